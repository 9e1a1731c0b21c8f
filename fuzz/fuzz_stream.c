/* Walks a file with these bytes: unpacking, telling JSONL, cutting lines. */
#include "fuzz.h"

#include <string.h>
#include <unistd.h>

#include "isnad/capture.h"

enum { LARGEST = 5000, MOST_UNITS = 3000000 };

/* One file for the whole run, in the folder for temporary files; gone when the program ends. */
static const char *file_with(const uint8_t *data, size_t size) {
  static char path[64];
  static int fd = -1;
  if (fd < 0) {
    strcpy(path, "/tmp/isnad-fuzz.XXXXXX");
    fd = mkstemp(path);
    REQUIRE(fd >= 0);
  }
  REQUIRE(ftruncate(fd, 0) == 0 && pwrite(fd, data, size, 0) == (ssize_t)size);
  return path;
}

static void remove_file(void) { unlink(file_with(NULL, 0)); }

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static bool removal_is_planned;
  const char *path = file_with(data, size);
  if (!removal_is_planned) removal_is_planned = atexit(remove_file) == 0;
  isnad_captures *captures = NULL;
  isnad_capture_options options = {LARGEST};
  REQUIRE(isnad_captures_open(&captures, &path, 1, &options, NULL) == ISNAD_OK);
  isnad_input input = {0};
  isnad_err err = {0};
  size_t last_line = 0, units = 0;
  uint64_t done = 0, total = 0;
  for (isnad_status status; (status = isnad_captures_next(captures, &input, &err)) != ISNAD_END; units++) {
    REQUIRE(status == ISNAD_OK || status == ISNAD_LIMIT || status == ISNAD_BAD_INPUT);
    REQUIRE(isnad_slice_equal(input.path, isnad_slice_of(path)));
    REQUIRE(units < MOST_UNITS && (units == 0 || input.line > last_line || input.record.is));
    last_line = input.line;
    if (status != ISNAD_OK) continue;
    REQUIRE(input.bytes.length <= LARGEST);
    if (input.line > 0) REQUIRE(input.bytes.length > 0 && memchr(input.bytes.bytes, '\n', input.bytes.length) == NULL);
    touch(input.bytes);
    isnad_captures_progress(captures, &done, &total);
    REQUIRE(done <= total && total == size);
  }
  isnad_captures_close(captures);
  return 0;
}
