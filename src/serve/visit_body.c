/* Who may send what: the head of a request is judged before its body is taken. */
#include "serve/visit.h"

#include <stdlib.h>
#include <string.h>

void visit_take_body(visit *v, const char *bytes, size_t length) {
  size_t most = v->s->options.body;
  if (v->too_large || length > most - v->body_length) {
    v->too_large = true;
    return;
  }
  if (v->body_length + length > v->body_room) {
    size_t room = (v->body_length + length) * 2;
    char *more = realloc(v->body, room);
    v->too_large = more == NULL;
    if (more == NULL) return;
    v->body = more;
    v->body_room = room;
  }
  memcpy(v->body + v->body_length, bytes, length);
  v->body_length += length;
}

/* Compares in a time that does not tell how much was right. */
static bool same_secret(isnad_slice given, const char *secret) {
  size_t length = strlen(secret);
  unsigned char differs = given.length != length;
  for (size_t i = 0; i < length; i++) differs |= (unsigned char)((i < given.length ? given.bytes[i] : 0) ^ secret[i]);
  return differs == 0;
}

static bool may_add(const visit *v) {
  static const char scheme[] = "Bearer ";
  isnad_slice given = visit_header(v, "Authorization");
  if (!isnad_slice_starts(given, isnad_slice_of(scheme))) return false;
  return same_secret((isnad_slice){given.bytes + sizeof scheme - 1, given.length - (sizeof scheme - 1)}, v->s->options.token);
}

/* The name without its port is one of the machine itself: no page from elsewhere can have its own name point here and read the store. */
static bool is_local_name(isnad_slice host) {
  static const char *const names[] = {"localhost", "127.0.0.1", "[::1]"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    isnad_slice name = isnad_slice_of(names[i]);
    if (isnad_slice_starts(host, name) && (host.length == name.length || host.bytes[name.length] == ':')) return true;
  }
  return false;
}

static bool is_our_name(const visit *v) {
  isnad_slice host = visit_header(v, "Host");
  const char *own = v->s->options.host;
  if (!v->s->local || host.length == 0 || is_local_name(host)) return true;
  return own != NULL && isnad_slice_starts(host, isnad_slice_of(own)) && (host.length == strlen(own) || host.bytes[strlen(own)] == ':');
}

bool visit_refused(visit *v, const char *method, enum MHD_Result *sent) {
  bool post = strcmp(method, "POST") == 0;
  isnad_slice length = visit_header(v, "Content-Length");
  bool adds = post && v->target != NULL && strncmp(v->target, "/captures", 9) == 0;
  if (!is_our_name(v))
    *sent = visit_problem(v, 403, "this server is not known by that name");
  else if (adds && v->s->options.token == NULL)
    *sent = visit_problem(v, 403, "this server only reads: it was started without --allow-add");
  else if (adds && !may_add(v))
    *sent = visit_problem(v, 401, "adding needs the token: Authorization: Bearer TOKEN");
  else if (length.length > 0 && strtoull(length.bytes, NULL, 10) > v->s->options.body)
    *sent = visit_problem(v, 413, "the body is too large");
  else
    return false;
  return true;
}
