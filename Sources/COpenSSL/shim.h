#pragma once
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <openssl/x509_vfy.h>

// What OpenSSL offers only as function-like or casting macros, which Swift does not import. They are inline here and not in CSystem,
// so that a target which needs CSystem alone does not have to link OpenSSL.

static const uint64_t HOLDFAST_SSL_OP_NO_TICKET = SSL_OP_NO_TICKET;
static const uint64_t HOLDFAST_SSL_OP_NO_RENEGOTIATION = SSL_OP_NO_RENEGOTIATION;
static const uint64_t HOLDFAST_SSL_OP_NO_COMPRESSION = SSL_OP_NO_COMPRESSION;
static const uint64_t HOLDFAST_SSL_OP_CIPHER_SERVER_PREFERENCE = SSL_OP_CIPHER_SERVER_PREFERENCE;

/* A name as in RFC 2253, but with UTF-8 as it is; control characters stay escaped. */
static const unsigned long HOLDFAST_NAME_FLAGS = XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;

static inline int holdfast_ssl_ctx_set_min_version(SSL_CTX *context, int version) {
  return (int)SSL_CTX_set_min_proto_version(context, version);
}
static inline int holdfast_ssl_ctx_set_max_version(SSL_CTX *context, int version) {
  return (int)SSL_CTX_set_max_proto_version(context, version);
}
static inline int holdfast_ssl_set_max_version(SSL *ssl, int version) { return (int)SSL_set_max_proto_version(ssl, version); }
static inline void holdfast_ssl_ctx_set_mode(SSL_CTX *context, long mode) { SSL_CTX_set_mode(context, mode); }
static inline void holdfast_ssl_ctx_set_read_ahead(SSL_CTX *context, int on) { SSL_CTX_set_read_ahead(context, on); }
static inline void holdfast_ssl_ctx_disable_session_cache(SSL_CTX *context) {
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}
static inline void holdfast_ssl_ctx_set_max_cert_list(SSL_CTX *context, long bytes) { SSL_CTX_set_max_cert_list(context, bytes); }
static inline int holdfast_ssl_ctx_set_groups(SSL_CTX *context, const char *list) {
  return (int)SSL_CTX_set1_groups_list(context, (char *)list);
}
static inline int holdfast_ssl_ctx_add_chain_certificate(SSL_CTX *context, X509 *certificate) {
  return (int)SSL_CTX_add1_chain_cert(context, certificate);
}
static inline int holdfast_ssl_set_server_name(SSL *ssl, const char *name) { return (int)SSL_set_tlsext_host_name(ssl, name); }
static inline void holdfast_ssl_ctx_set_msg_callback_arg(SSL_CTX *context, void *argument) {
  SSL_CTX_set_msg_callback_arg(context, argument);
}

static inline void holdfast_bio_set_retry_read(BIO *bio) { BIO_set_retry_read(bio); }
static inline void holdfast_bio_set_retry_write(BIO *bio) { BIO_set_retry_write(bio); }
static inline void holdfast_bio_clear_retry(BIO *bio) { BIO_clear_retry_flags(bio); }
static inline long holdfast_bio_memory(BIO *bio, char **bytes) { return BIO_get_mem_data(bio, bytes); }
static inline int holdfast_bio_make_pair(BIO *one, BIO *other) { return (int)BIO_make_bio_pair(one, other); }

static inline EVP_PKEY *holdfast_generate_p256(void) { return EVP_EC_gen("P-256"); }
static inline void holdfast_free(void *memory) { OPENSSL_free(memory); }
