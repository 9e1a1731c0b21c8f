/* isnad warc --into: the exchanges of archives, written into another; bodies that did not change become revisits. */
#include "warc_copy.h"

#include "isnad/isnad.h"

#include <stdio.h>
#include <string.h>

/* Crawlers write the request beside its response, before or behind it. */
typedef struct held_message {
  isnad_arena *arena;
  isnad_slice target, date, address, bytes;
  bool there, truncated;
} held_message;

typedef struct copying {
  isnad_warc_writer *writer;
  const char *into;
  held_message request, response;
  warc_copied *done;
  isnad_err *err;
} copying;

static isnad_status hold(held_message *h, const isnad_warc_record *record) {
  isnad_arena_reset(h->arena);
  h->target = isnad_arena_copy(h->arena, record->target);
  h->date = isnad_arena_copy(h->arena, record->date);
  h->address = isnad_arena_copy(h->arena, isnad_warc_field(record, "WARC-IP-Address"));
  h->bytes = isnad_arena_copy(h->arena, record->block);
  h->truncated = record->truncated.length > 0;
  h->there = true;
  return isnad_arena_status(h->arena);
}

static isnad_status open_writer(copying *c, isnad_slice date) {
  char software[64];
  snprintf(software, sizeof software, "isnad/%s", isnad_version());
  return c->writer != NULL ? ISNAD_OK : isnad_warc_append(&c->writer, c->into, isnad_slice_of(software), date, c->err);
}

/* Writes the response that is held, with the request when it asked for the same. */
static isnad_status write_held(copying *c) {
  held_message *p = &c->response, *q = &c->request;
  if (!p->there) return ISNAD_OK;
  bool pair = q->there && isnad_slice_equal(q->target, p->target);
  isnad_warc_exchange x = {.url = p->target, .date = p->date, .address = p->address, .response = p->bytes, .truncated = p->truncated};
  if (pair) x.request = q->bytes;
  isnad_warc_written written = {.revisit = false};
  isnad_status status = open_writer(c, p->date);
  if (status == ISNAD_OK) status = isnad_warc_write(c->writer, &x, &written, c->err);
  p->there = false;
  if (pair) q->there = false;
  if (status == ISNAD_BAD_ARGUMENT) c->done->left_out++;
  if (status == ISNAD_BAD_ARGUMENT) return ISNAD_OK;
  c->done->responses += status == ISNAD_OK;
  c->done->revisits += status == ISNAD_OK && written.revisit;
  return status;
}

static isnad_status take(copying *c, const isnad_warc_record *record) {
  bool sound = record->whole && record->block_check != ISNAD_DIGEST_WRONG;
  isnad_status status = ISNAD_OK;
  if (record->type == ISNAD_WARC_REQUEST && sound) {
    /* One behind its response belongs to it; one before a response waits. */
    if (c->response.there && !isnad_slice_equal(c->response.target, record->target)) status = write_held(c);
    if (status == ISNAD_OK) status = hold(&c->request, record);
    return status == ISNAD_OK && c->response.there ? write_held(c) : status;
  }
  if (record->type != ISNAD_WARC_RESPONSE) return ISNAD_OK;
  status = write_held(c);
  if (!sound) c->done->left_out++;
  if (status != ISNAD_OK || !sound) return status;
  status = hold(&c->response, record);
  return status == ISNAD_OK && c->request.there && isnad_slice_equal(c->request.target, record->target) ? write_held(c) : status;
}

static isnad_status copy_file(copying *c, const char *path) {
  isnad_warc_reader *reader = NULL;
  isnad_warc_record record;
  isnad_err why = {0};
  isnad_status status = isnad_warc_open(&reader, path, NULL, &why);
  if (status != ISNAD_OK) {
    fprintf(stderr, "isnad warc: %s: %s\n", path, why.message);
    c->done->faults++;
    return ISNAD_OK;
  }
  while (status == ISNAD_OK) {
    isnad_status next = isnad_warc_next(reader, &record, &why);
    if (next == ISNAD_END) break;
    if (next == ISNAD_OK) status = take(c, &record);
    if (next == ISNAD_OK) continue;
    fprintf(stderr, "isnad warc: %s: %s\n", path, why.message);
    c->done->faults++;
    if (next != ISNAD_BAD_INPUT && next != ISNAD_LIMIT) break;
  }
  isnad_warc_close(reader);
  if (status == ISNAD_OK) status = write_held(c);
  c->request.there = false;
  return status;
}

isnad_status warc_copy(warc_copied *out, const char *into, char **paths, size_t count, isnad_err *err) {
  copying c = {.into = into, .done = out, .err = err};
  *out = (warc_copied){0};
  isnad_status status = isnad_arena_new(&c.request.arena, 0);
  if (status == ISNAD_OK) status = isnad_arena_new(&c.response.arena, 0);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = copy_file(&c, paths[i]);
  isnad_status finished = isnad_warc_finish(c.writer, err);
  isnad_arena_free(c.request.arena);
  isnad_arena_free(c.response.arena);
  return status == ISNAD_OK ? finished : status;
}
