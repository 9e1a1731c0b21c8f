/* One request as libmicrohttpd hands it over, for the files that deal with it. */
#ifndef ISNAD_SERVE_VISIT_H
#define ISNAD_SERVE_VISIT_H

#include "serve/server.h"

typedef struct visit {
  isnad_server *s;
  struct MHD_Connection *connection;
  peer *p;
  char *target;
  char *body;
  size_t body_length, body_room;
  bool begun, too_large, answered;
  reply *ready;
  unsigned code;
  struct timespec began;
} visit;

/* A field of the request's head; empty when it is not there. */
isnad_slice visit_header(const visit *v, const char *name);

enum MHD_Result visit_problem(visit *v, unsigned code, const char *detail);

/* Refuses at the head of a request what its body could not mend. Returns whether it did. */
bool visit_refused(visit *v, const char *method, enum MHD_Result *sent);

/* Keeps a piece of the body, up to the bound. */
void visit_take_body(visit *v, const char *bytes, size_t length);

#endif
