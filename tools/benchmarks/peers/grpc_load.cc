// Puts load on the gRPC server: GetStock, each connection a channel of its own, all answers from one completion queue.
#include <grpcpp/grpcpp.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "holdfast/v1/stock.grpc.pb.h"

extern "C" {
#include "load.h"
}

namespace {

using holdfast::v1::StockService;

std::string contents(const char *path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Call {
  explicit Call(StockService::Stub *stub) : stub(stub) {}

  StockService::Stub *stub;
  grpc::ClientContext context;
  holdfast::v1::GetStockRequest request;
  holdfast::v1::StockLevel level;
  grpc::Status status;
  std::unique_ptr<grpc::ClientAsyncResponseReader<holdfast::v1::StockLevel>> reader;
  uint64_t start = 0;
};

void make_call(StockService::Stub *stub, const load_options &options, grpc::CompletionQueue *queue) {
  Call *call = new Call(stub);
  load_level level = load_level_next(&options);
  call->request.set_product_id(level.product);
  call->request.set_warehouse_id(level.warehouse);
  call->start = load_now();
  call->reader = stub->AsyncGetStock(&call->context, call->request, queue);
  call->reader->Finish(&call->level, &call->status, call);
}

}  // namespace

int main(int argc, char **argv) {
  load_options options = load_options_read(argc, argv);
  if (!options.uses_tls) load_fail(argv[0], "needs --certificate, --key and --authority");
  grpc::SslCredentialsOptions files{
      contents(options.authority_file), contents(options.key_file), contents(options.certificate_file)};
  grpc::ChannelArguments arguments;
  // Channels to one address would share a connection.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  std::string address = std::string(options.host) + ":" + std::to_string(options.port);
  std::vector<std::unique_ptr<StockService::Stub>> stubs;
  for (int index = 0; index < options.connections; index++) {
    auto channel = grpc::CreateCustomChannel(address, grpc::SslCredentials(files), arguments);
    if (!channel->WaitForConnected(std::chrono::system_clock::now() + std::chrono::seconds(20))) {
      load_fail("gRPC", "cannot connect");
    }
    stubs.push_back(StockService::NewStub(channel));
  }
  grpc::CompletionQueue queue;
  int waiting = options.connections * options.in_flight;
  load_begin(&options);
  for (int index = 0; index < waiting; index++) {
    make_call(stubs[static_cast<size_t>(index % options.connections)].get(), options, &queue);
  }
  void *tag;
  for (bool ok; waiting > 0 && queue.Next(&tag, &ok);) {
    std::unique_ptr<Call> call(static_cast<Call *>(tag));
    load_answered(call->start, !ok || !call->status.ok());
    if (load_goes_on()) {
      make_call(call->stub, options, &queue);
    } else {
      waiting--;
    }
  }
  return load_end(&options);
}
