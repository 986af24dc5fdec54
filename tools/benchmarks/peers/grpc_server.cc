// GetStock by gRPC: the messages of proto/ by protobuf's C++, levels looked up in LMDB as limit 2 does, one completion queue
// and one thread.
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "holdfast/v1/stock.grpc.pb.h"

extern "C" {
#include "levels.h"
#include "options.h"
}

namespace {

using Service = holdfast::v1::StockService::AsyncService;

// As many calls wait to be filled as a case has in flight.
constexpr int calls_waiting = 1024;

std::string contents(const char *path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// One call: it waits to be filled, is answered, and is gone.
class Call {
 public:
  Call(Service *service, grpc::ServerCompletionQueue *queue, levels *levels)
      : service_(service), queue_(queue), levels_(levels), writer_(&context_) {
    service_->RequestGetStock(&context_, &request_, &writer_, queue_, queue_, this);
  }

  void proceed(bool ok) {
    if (!ok || is_answered_) {
      delete this;
      return;
    }
    new Call(service_, queue_, levels_);
    is_answered_ = true;
    int64_t row[row_words];
    levels_begin(levels_);
    bool is_there = levels_find(levels_, request_.product_id().c_str(), request_.variant_id().c_str(),
                                request_.warehouse_id().c_str(), row);
    levels_end(levels_);
    if (!is_there) {
      writer_.FinishWithError(grpc::Status(grpc::StatusCode::NOT_FOUND, "no such level"), this);
      return;
    }
    level_.set_product_id(request_.product_id());
    level_.set_variant_id(request_.variant_id());
    level_.set_warehouse_id(request_.warehouse_id());
    level_.set_on_hand(row[0]);
    level_.set_reserved(row[1]);
    level_.set_quarantined(row[2]);
    level_.set_available(row[0] - row[1] - row[2]);
    level_.set_incoming(row[3]);
    level_.set_safety_stock(row[4]);
    level_.set_reorder_point(row[5]);
    level_.set_reorder_quantity(row[6]);
    level_.set_version(static_cast<uint64_t>(row[7]));
    level_.set_updated_at(row[8]);
    writer_.Finish(level_, grpc::Status::OK, this);
  }

 private:
  Service *service_;
  grpc::ServerCompletionQueue *queue_;
  levels *levels_;
  grpc::ServerContext context_;
  holdfast::v1::GetStockRequest request_;
  holdfast::v1::StockLevel level_;
  grpc::ServerAsyncResponseWriter<holdfast::v1::StockLevel> writer_;
  bool is_answered_ = false;
};

}  // namespace

int main(int argc, char **argv) {
  limit_options options = limit_options_read(argc, argv);
  levels *levels = levels_make(options.database, options.products, options.warehouses);
  grpc::SslServerCredentialsOptions files(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  files.pem_root_certs = contents(options.authority_file);
  files.pem_key_cert_pairs.push_back({contents(options.key_file), contents(options.certificate_file)});
  Service service;
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:" + std::to_string(options.port), grpc::SslServerCredentials(files), &port);
  builder.RegisterService(&service);
  std::unique_ptr<grpc::ServerCompletionQueue> queue = builder.AddCompletionQueue();
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (!server || !port) {
    std::fprintf(stderr, "the server cannot start\n");
    return 1;
  }
  std::printf("listening %d\n", port);
  std::fflush(stdout);
  for (int index = 0; index < calls_waiting; index++) new Call(&service, queue.get(), levels);
  void *tag;
  for (bool ok; queue->Next(&tag, &ok);) static_cast<Call *>(tag)->proceed(ok);
}
