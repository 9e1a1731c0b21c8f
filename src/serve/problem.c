/* Errors as problem details (RFC 9457): {"type":"about:blank","title","status","detail"}. */
#include "base/json_writer.h"
#include "serve/exchange.h"
#include "serve/page.h"

const char *reason_of(unsigned code) {
  static const struct {
    unsigned code;
    const char *name;
  } names[] = {{200, "OK"},
               {202, "Accepted"},
               {304, "Not Modified"},
               {400, "Bad Request"},
               {401, "Unauthorized"},
               {403, "Forbidden"},
               {404, "Not Found"},
               {405, "Method Not Allowed"},
               {406, "Not Acceptable"},
               {413, "Content Too Large"},
               {415, "Unsupported Media Type"},
               {422, "Unprocessable Content"},
               {429, "Too Many Requests"},
               {500, "Internal Server Error"},
               {503, "Service Unavailable"}};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (names[i].code == code) return names[i].name;
  return "Error";
}

void problem_json(buf *out, unsigned code, const char *detail) {
  json_writer w = json_writer_new(out);
  json_open_object(&w);
  json_key_text(&w, "type", "about:blank");
  json_key_text(&w, "title", reason_of(code));
  json_key_u64(&w, "status", code);
  if (detail != NULL) json_key_text(&w, "detail", detail);
  json_close_object(&w);
}

void reply_problem(exchange *x, unsigned code, const char *detail) {
  x->out.length = 0;
  x->code = code;
  if (x->wanted == FORMAT_HTML) {
    x->type = format_type(FORMAT_HTML);
    page_problem(x, code, detail);
    return;
  }
  x->type = "application/problem+json";
  problem_json(&x->out, code, detail);
}

static unsigned code_of(isnad_status status) {
  switch (status) {
  case ISNAD_NOT_FOUND:
    return 404;
  case ISNAD_BAD_ARGUMENT:
    return 400;
  case ISNAD_BAD_INPUT:
    return 422;
  case ISNAD_BUSY:
  case ISNAD_LIMIT:
  case ISNAD_NO_MEMORY:
    return 503;
  default:
    return 500;
  }
}

void reply_failure(exchange *x, isnad_status status) {
  if (status != ISNAD_OK) reply_problem(x, code_of(status), x->err.message[0] != '\0' ? x->err.message : isnad_status_name(status));
}
