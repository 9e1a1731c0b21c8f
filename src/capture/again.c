/* Captured bytes once more, from where they were read. */
#include "capture/warc_pages.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

static isnad_status from_archive(isnad_input *out, isnad_arena *arena, const char *path, const isnad_capture_place *place, isnad_err *err) {
  isnad_warc_reader *reader = NULL;
  isnad_input input;
  isnad_status status = isnad_warc_open_at(&reader, path, place->record, NULL, err);
  if (status != ISNAD_OK) return status;
  status = warc_next_page(&input, reader, err);
  if (status == ISNAD_END || (status == ISNAD_OK && input.record.place.offset != place->record.offset))
    status = isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "no page lies there any more");
  if (status == ISNAD_OK) {
    input.path = place->file;
    *out = isnad_input_copy(arena, &input);
    if (isnad_arena_status(arena) != ISNAD_OK) status = isnad_arena_fail(err, arena, "capture");
  }
  isnad_warc_close(reader);
  return status;
}

/* A whole file, or the line of it that held the item. */
static isnad_status from_file(isnad_input *out, isnad_arena *arena, const char *path, size_t line, isnad_err *err) {
  isnad_captures *captures = NULL;
  isnad_input input;
  isnad_status status = isnad_captures_open(&captures, &path, 1, NULL, err);
  if (status != ISNAD_OK) return status;
  do status = isnad_captures_next(captures, &input, err);
  while (input.line < line && (status == ISNAD_OK || status == ISNAD_LIMIT));
  if (status == ISNAD_OK && input.line != line) status = ISNAD_END;
  if (status == ISNAD_END) status = isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "it is not there any more");
  if (status == ISNAD_OK) {
    *out = isnad_input_copy(arena, &input);
    out->path = isnad_arena_copy(arena, input.path);
    if (isnad_arena_status(arena) != ISNAD_OK) status = isnad_arena_fail(err, arena, "capture");
  }
  isnad_captures_close(captures);
  return status;
}

isnad_status isnad_capture_source(isnad_slice *bytes, isnad_capture *out, isnad_arena *arena, const isnad_capture_place *place,
                                  const uint8_t sha256[32], isnad_err *err) {
  isnad_input input = {.line = 0};
  isnad_err why = {0};
  int shown = place->file.length < 120 ? (int)place->file.length : 120;
  if (place->file.length == 0)
    return isnad_err_set(err, ISNAD_NOT_FOUND, "capture", nowhere, "it came by standard input: there is no file to look into");
  isnad_slice path = isnad_arena_printf(arena, "%.*s", (int)place->file.length, place->file.bytes);
  if (path.bytes == NULL) return isnad_arena_fail(err, arena, "capture");
  isnad_status status =
      place->archived ? from_archive(&input, arena, path.bytes, place, &why) : from_file(&input, arena, path.bytes, place->line, &why);
  if (status == ISNAD_OK) status = isnad_capture_read(out, arena, &input, &why);
  if (status != ISNAD_OK) return isnad_err_set(err, status, "capture", nowhere, "%.*s: %s", shown, place->file.bytes, why.message);
  *bytes = input.bytes;
  if (memcmp(out->sha256, sha256, sizeof out->sha256) == 0) return ISNAD_OK;
  return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "%.*s: it has changed since it was read (its SHA-256 is another)", shown,
                       place->file.bytes);
}

isnad_status isnad_capture_again(isnad_capture *out, isnad_arena *arena, const isnad_capture_place *place, const uint8_t sha256[32], isnad_err *err) {
  isnad_slice bytes = {NULL, 0};
  return isnad_capture_source(&bytes, out, arena, place, sha256, err);
}
