/* Server-sent events (HTML standard, 9.2): "change" when the store has changed. A stream sleeps until there is something to say. */
#include "serve/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { MOST_STREAMS = 64, BEAT_SECONDS = 15, BLOCK = 512 };

struct stream {
  stream *next, *before;
  isnad_server *s;
  struct MHD_Connection *connection;
  uint64_t seen;
  time_t last;
  int fd;
  bool begun, asleep, gone;
};

static void forget(void *context) {
  stream *one = context;
  stream_list *list = &one->s->streams;
  pthread_mutex_lock(&list->lock);
  if (one->before != NULL)
    one->before->next = one->next;
  else
    list->first = one->next;
  if (one->next != NULL) one->next->before = one->before;
  list->count--;
  pthread_mutex_unlock(&list->lock);
  free(one);
}

/* What there is to say now; 0: nothing. */
static int say(stream *one, char *out, size_t room) {
  uint64_t now = atomic_load(&one->s->generation);
  time_t time_now = time(NULL);
  int length = 0;
  if (!one->begun)
    length = snprintf(out, room, "retry: 5000\n\n");
  else if (now != one->seen)
    length = snprintf(out, room, "event: change\ndata: {\"change\":%llu}\n\n", (unsigned long long)now);
  else if (time_now - one->last >= BEAT_SECONDS)
    length = snprintf(out, room, ":\n\n");
  if (length > 0) {
    one->begun = true;
    one->seen = now;
    one->last = time_now;
  }
  return length;
}

static ssize_t read_stream(void *context, uint64_t at, char *out, size_t room) {
  stream *one = context;
  stream_list *list = &one->s->streams;
  (void)at;
  pthread_mutex_lock(&list->lock);
  ssize_t length = list->stopped || one->gone ? MHD_CONTENT_READER_END_OF_STREAM : say(one, out, room);
  one->asleep = length == 0;
  if (length == 0) MHD_suspend_connection(one->connection);
  pthread_mutex_unlock(&list->lock);
  return length;
}

struct MHD_Response *stream_new(isnad_server *s, struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  stream *one = calloc(1, sizeof *one);
  stream_list *list = &s->streams;
  if (one == NULL) return NULL;
  one->s = s;
  one->connection = connection;
  one->fd = info != NULL ? info->connect_fd : -1;
  one->seen = atomic_load(&s->generation);
  pthread_mutex_lock(&list->lock);
  bool room = list->count < MOST_STREAMS && !list->stopped;
  if (room) {
    one->next = list->first;
    if (list->first != NULL) list->first->before = one;
    list->first = one;
    list->count++;
  }
  pthread_mutex_unlock(&list->lock);
  struct MHD_Response *r = room ? MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, read_stream, one, forget) : NULL;
  if (r == NULL) {
    if (room)
      forget(one);
    else
      free(one);
    return NULL;
  }
  MHD_add_response_header(r, "Content-Type", "text/event-stream");
  MHD_add_response_header(r, "Cache-Control", "no-store");
  MHD_add_response_header(r, "X-Content-Type-Options", "nosniff");
  return r;
}

/* Nobody looks at the socket of a connection that sleeps: a page that was left would hold its place until the second beat. */
static bool has_left(const stream *one) {
  char next;
  return one->fd >= 0 && recv(one->fd, &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

void streams_wake(isnad_server *s) {
  stream_list *list = &s->streams;
  time_t now = time(NULL);
  uint64_t generation = atomic_load(&s->generation);
  pthread_mutex_lock(&list->lock);
  for (stream *one = list->first; one != NULL; one = one->next) {
    one->gone = one->gone || (one->asleep && has_left(one));
    if (!one->asleep || !(list->stopped || one->gone || generation != one->seen || now - one->last >= BEAT_SECONDS)) continue;
    one->asleep = false;
    MHD_resume_connection(one->connection);
  }
  pthread_mutex_unlock(&list->lock);
}
