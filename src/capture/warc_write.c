/* Appending to an archive so that a kill at any moment loses at most the record being written, and nothing before it. */
#include "capture/warc_write.h"

#include "base/hash.h"
#include "base/map.h"
#include "capture/digest.h"
#include "capture/http_message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const isnad_span nowhere = {0, 0};

/* A response that later ones may turn out to repeat. */
typedef struct known_response {
  isnad_slice id, date;
  isnad_warc_place place;
} known_response;

struct isnad_warc_writer {
  int fd;
  bool gzip;
  uint64_t end;       /* of the last record */
  uint64_t read_at;   /* while the file is read through */
  isnad_arena *kept;  /* ids and dates of responses */
  isnad_arena *draft; /* of one exchange */
  map known;          /* hash of url and payload digest, and hash of url alone, to responses */
  known_response *responses;
  size_t count, room;
  char info_id[WARC_ID_ROOM];
};

static isnad_status no_memory(isnad_err *err) { return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", nowhere, "out of memory"); }

static isnad_status io_error(isnad_err *err, const char *what) {
  return isnad_err_set(err, ISNAD_IO, "capture", nowhere, "%s: %s", what, strerror(errno));
}

/* --- what is known --- */

static uint64_t key_of(isnad_slice url, isnad_slice payload_digest) { return hash64_seeded(url, hash64(payload_digest)); }

/* What is forgotten is written again when it comes again, not referred to: that costs room in the file, not in memory. */
static bool forget(isnad_warc_writer *w) {
  isnad_arena_reset(w->kept);
  w->responses = NULL;
  w->count = w->room = 0;
  return map_new(&w->known, w->kept, 256);
}

static isnad_status remember(isnad_warc_writer *w, isnad_slice url, isnad_slice payload_digest, const known_response *what, isnad_err *err) {
  if (w->count == ISNAD_WARC_KNOWN && !forget(w)) return isnad_arena_fail(err, w->kept, "capture");
  if (w->count == w->room) {
    size_t room = w->room * 2 + 64;
    known_response *more = isnad_arena_grow(w->kept, w->responses, w->room, room, sizeof *more);
    if (more == NULL) return isnad_arena_fail(err, w->kept, "capture");
    w->responses = more;
    w->room = room;
  }
  w->responses[w->count++] = (known_response){isnad_arena_copy(w->kept, what->id), isnad_arena_copy(w->kept, what->date), what->place};
  uint64_t *same = payload_digest.length > 0 ? map_put(&w->known, key_of(url, payload_digest)) : NULL;
  if (same != NULL && *same == 0) *same = w->count; /* the first one is the original */
  uint64_t *last = map_put(&w->known, hash64(url));
  if (last != NULL) *last = w->count;
  return last != NULL ? ISNAD_OK : isnad_arena_fail(err, w->kept, "capture");
}

static const known_response *recall(const isnad_warc_writer *w, uint64_t key) {
  const uint64_t *found = map_get(&w->known, key);
  return found != NULL ? &w->responses[*found - 1] : NULL;
}

/* --- the file --- */

static isnad_status read_back(void *context, char *bytes, size_t room, size_t *got, isnad_err *err) {
  isnad_warc_writer *w = context;
  ssize_t length;
  do length = pread(w->fd, bytes, room, (off_t)w->read_at);
  while (length < 0 && errno == EINTR);
  *got = length > 0 ? (size_t)length : 0;
  w->read_at += *got;
  return length < 0 ? io_error(err, "cannot read") : ISNAD_OK;
}

static isnad_status take_record(isnad_warc_writer *w, const isnad_warc_record *record, uint64_t size, isnad_err *err) {
  w->end = record->place.length > 0 ? record->place.offset + record->place.length : size;
  if (!record->closed && !w->gzip) w->end = record->place.offset; /* its last bytes are not there */
  if (record->type == ISNAD_WARC_INFO && record->id.length > 0 && record->id.length < WARC_ID_ROOM) {
    memcpy(w->info_id, record->id.bytes, record->id.length);
    w->info_id[record->id.length] = '\0';
  }
  bool response = record->type == ISNAD_WARC_RESPONSE && record->block_check != ISNAD_DIGEST_WRONG && record->payload.length > 0;
  known_response what = {record->id, record->date, record->place};
  return response ? remember(w, record->target, record->payload_digest, &what, err) : ISNAD_OK;
}

/* Reads all records; a broken place in the midst is left alone, one at the end is where the file will be cut. */
static isnad_status read_through(isnad_warc_writer *w, uint64_t size, isnad_err *err) {
  isnad_warc_options one = {.one_digest = true};
  isnad_warc_reader *reader = NULL;
  isnad_warc_record record;
  isnad_status status = isnad_warc_open_input(&reader, read_back, w, &one, err);
  while (status == ISNAD_OK || status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT) {
    status = isnad_warc_next(reader, &record, err);
    if (status == ISNAD_OK) status = take_record(w, &record, size, err);
  }
  isnad_warc_close(reader);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* What stands behind the last good record must look like the beginning of another, or like bytes that never reached the disk. */
static isnad_status cut_off(isnad_warc_writer *w, uint64_t size, isnad_err *err) {
  char opening[5] = {0};
  if (w->end >= size) return ISNAD_OK;
  size_t length = size - w->end < sizeof opening ? (size_t)(size - w->end) : sizeof opening;
  if (pread(w->fd, opening, length, (off_t)w->end) != (ssize_t)length) return io_error(err, "cannot read");
  bool ours = memcmp(opening, "WARC/", length) == 0 || memcmp(opening, "\x1F\x8B\x08", length < 3 ? length : 3) == 0 ||
              memcmp(opening, "\0\0\0\0", length < 4 ? length : 4) == 0;
  if (!ours)
    return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "at byte %llu: what stands there is no record; the file is left as it is",
                         (unsigned long long)w->end);
  return ftruncate(w->fd, (off_t)w->end) == 0 ? ISNAD_OK : io_error(err, "cannot cut off the half-written record");
}

static bool ends_in(const char *path, const char *end) {
  size_t length = strlen(path), tail = strlen(end);
  return length >= tail && strcmp(path + length - tail, end) == 0;
}

static isnad_status open_file(isnad_warc_writer *w, const char *path, isnad_err *err) {
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  struct stat info;
  unsigned char first[4] = {0};
  w->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (w->fd < 0) return io_error(err, "cannot open");
  if (fcntl(w->fd, F_SETLK, &whole) != 0) return isnad_err_set(err, ISNAD_BUSY, "capture", nowhere, "another program is writing to it");
  if (fstat(w->fd, &info) != 0 || !S_ISREG(info.st_mode)) return isnad_err_set(err, ISNAD_IO, "capture", nowhere, "is no file");
  bool old = pread(w->fd, first, sizeof first, 0) > 0;
  w->gzip = old && first[0] != 0 ? first[0] == 0x1F : ends_in(path, ".gz");
  if (old && (memcmp(first + 1, "\x2A\x4D\x18", 3) == 0 || memcmp(first, "\x28\xB5\x2F\xFD", 4) == 0))
    return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "zstd archives are only read");
  if (!old) return ISNAD_OK;
  isnad_status status = read_through(w, (uint64_t)info.st_size, err);
  return status == ISNAD_OK ? cut_off(w, (uint64_t)info.st_size, err) : status;
}

/* Writes all or, as far as the system lets it, nothing. */
static isnad_status append(isnad_warc_writer *w, isnad_slice bytes, isnad_err *err) {
  for (size_t done = 0; done < bytes.length;) {
    ssize_t wrote = pwrite(w->fd, bytes.bytes + done, bytes.length - done, (off_t)(w->end + done));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) {
      isnad_status status = io_error(err, "cannot write");
      (void)!ftruncate(w->fd, (off_t)w->end);
      return status;
    }
    done += (size_t)wrote;
  }
  w->end += bytes.length;
  return ISNAD_OK;
}

/* --- records --- */

static isnad_status write_info(isnad_warc_writer *w, isnad_slice software, isnad_slice date, isnad_err *err) {
  buf out = buf_new(w->draft, 0), body = buf_new(w->draft, 0);
  isnad_slice parts[] = {isnad_slice_of("warcinfo "), software, date};
  if (!warc_id(w->info_id, parts, 3)) return no_memory(err);
  buf_printf(&body, "software: %.*s\r\nformat: WARC File Format 1.1\r\n", (int)software.length, software.bytes);
  warc_draft draft = {.type = ISNAD_WARC_INFO, .id = isnad_slice_of(w->info_id), .date = date};
  draft.content_type = isnad_slice_of("application/warc-fields");
  draft.block[0] = buf_slice(&body);
  isnad_status status = warc_draft_add(&out, &draft, w->gzip, err);
  return status == ISNAD_OK ? append(w, buf_slice(&out), err) : status;
}

isnad_status isnad_warc_append(isnad_warc_writer **out, const char *path, isnad_slice software, isnad_slice date, isnad_err *err) {
  isnad_warc_writer *w = calloc(1, sizeof *w);
  if (w == NULL) return no_memory(err);
  w->fd = -1;
  bool room = isnad_arena_new(&w->kept, 0) == ISNAD_OK && isnad_arena_new(&w->draft, 0) == ISNAD_OK && map_new(&w->known, w->kept, 256);
  isnad_status status = room ? open_file(w, path, err) : no_memory(err);
  if (status == ISNAD_OK && w->end == 0) status = write_info(w, software, date, err);
  if (status == ISNAD_OK) {
    *out = w;
    return ISNAD_OK;
  }
  if (w->fd >= 0) close(w->fd);
  isnad_arena_free(w->kept);
  isnad_arena_free(w->draft);
  free(w);
  return status;
}

static bool is_field(isnad_slice s) { return s.length == 0 || (memchr(s.bytes, '\n', s.length) == NULL && memchr(s.bytes, '\r', s.length) == NULL); }

static isnad_status make_id(isnad_slice *out, isnad_warc_writer *w, const char *kind, const isnad_warc_exchange *x, isnad_err *err) {
  char id[WARC_ID_ROOM];
  isnad_slice at = isnad_arena_printf(w->draft, "%s %s %llu ", kind, w->info_id, (unsigned long long)w->end);
  isnad_slice parts[] = {at, x->url, x->date, x->response};
  if (!warc_id(id, parts, 4)) return no_memory(err);
  *out = isnad_arena_copy(w->draft, isnad_slice_of(id));
  return out->length > 0 ? ISNAD_OK : isnad_arena_fail(err, w->draft, "capture");
}

static void refer(warc_draft *draft, const known_response *to, const char *profile, isnad_slice head) {
  draft->type = ISNAD_WARC_REVISIT;
  draft->profile = isnad_slice_of(profile);
  draft->refers_to = to->id;
  draft->refers_to_target = draft->target;
  draft->refers_to_date = to->date;
  draft->block[0] = head;
}

/* The response whole, or a reference to the record that it repeats. */
static void draft_response(isnad_warc_writer *w, warc_draft *draft, const isnad_warc_exchange *x, const http_message *message,
                           isnad_warc_written *out) {
  size_t head = x->response.length - message->body.length;
  const known_response *same = message->body.length > 0 ? recall(w, key_of(x->url, draft->payload_digest)) : NULL;
  const known_response *last = message->status == 304 ? recall(w, hash64(x->url)) : NULL;
  draft->type = ISNAD_WARC_RESPONSE;
  draft->content_type = isnad_slice_of("application/http; msgtype=response");
  draft->block[0] = x->response;
  out->original_at = message->status == 304 ? (isnad_slice){NULL, 0} : same != NULL ? same->date : x->date;
  if (same != NULL) out->original = same->place;
  if (same != NULL)
    refer(draft, same, "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest", (isnad_slice){x->response.bytes, head});
  else if (last != NULL) {
    refer(draft, last, "http://netpreserve.org/warc/1.1/revisit/server-not-modified", x->response);
    draft->payload_digest.length = 0; /* it has no payload to take a digest of */
  }
}

static isnad_status add_request(buf *out, isnad_warc_writer *w, const warc_draft *response, const isnad_warc_exchange *x, isnad_err *err) {
  warc_draft draft = {.type = ISNAD_WARC_REQUEST, .info_id = response->info_id, .date = x->date, .target = x->url, .address = x->address};
  draft.concurrent_to = response->id;
  draft.content_type = isnad_slice_of("application/http; msgtype=request");
  draft.block[0] = x->request;
  isnad_status status = make_id(&draft.id, w, "request", x, err);
  return status == ISNAD_OK ? warc_draft_add(out, &draft, w->gzip, err) : status;
}

isnad_status isnad_warc_write(isnad_warc_writer *w, const isnad_warc_exchange *x, isnad_warc_written *out, isnad_err *err) {
  http_message message;
  char payload_digest[DIGEST_TEXT];
  bool good = is_field(x->url) && is_field(x->date) && is_field(x->address) && x->url.length > 0;
  if (!good || http_message_read(&message, x->response, err) != ISNAD_OK || !message.response)
    return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "capture", nowhere, "no HTTP response to a url that can be written");
  isnad_arena_reset(w->draft);
  if (!digest_sha1_text(payload_digest, &message.body, 1)) return no_memory(err);
  buf all = buf_new(w->draft, 0);
  warc_draft draft = {.info_id = isnad_slice_of(w->info_id), .date = x->date, .target = x->url, .address = x->address};
  draft.payload_digest = isnad_slice_of(payload_digest);
  if (x->truncated) draft.truncated = isnad_slice_of("length");
  isnad_warc_written written = {.revisit = false};
  draft_response(w, &draft, x, &message, &written);
  isnad_status status = make_id(&draft.id, w, "response", x, err);
  if (status == ISNAD_OK) status = warc_draft_add(&all, &draft, w->gzip, err);
  written.place = (isnad_warc_place){w->end, all.length, 0};
  written.revisit = draft.type == ISNAD_WARC_REVISIT;
  if (!written.revisit) written.original = written.place;
  known_response what = {draft.id, x->date, written.place};
  if (status == ISNAD_OK && x->request.length > 0) status = add_request(&all, w, &draft, x, err);
  if (status == ISNAD_OK) status = append(w, buf_slice(&all), err);
  if (status == ISNAD_OK && !written.revisit && message.body.length > 0) status = remember(w, x->url, draft.payload_digest, &what, err);
  if (out != NULL) *out = written;
  return status;
}

isnad_status isnad_warc_sync(isnad_warc_writer *w, isnad_err *err) {
  int result;
  do result = fdatasync(w->fd);
  while (result != 0 && errno == EINTR);
  return result == 0 ? ISNAD_OK : io_error(err, "cannot sync");
}

isnad_status isnad_warc_finish(isnad_warc_writer *w, isnad_err *err) {
  if (w == NULL) return ISNAD_OK;
  isnad_status status = isnad_warc_sync(w, err);
  if (close(w->fd) != 0 && status == ISNAD_OK) status = io_error(err, "cannot close");
  isnad_arena_free(w->kept);
  isnad_arena_free(w->draft);
  free(w);
  return status;
}
