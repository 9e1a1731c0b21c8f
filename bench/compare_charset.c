/* compare_charset PATH...: how many texts of JSONL captures come back when they are written in other encodings without a label, beside uchardet's
 * answer for the same bytes: whole texts, and their titles alone. Texts that an encoding cannot write are left out of its row. */
#include <iconv.h>
#include <string.h>
#include <uchardet.h>

#include "bench.h"
#include "isnad/capture.h"
#include "page/charset.h"

enum { WAYS = 9, KINDS = 2, MOST = 2000 };

static const char *const ways[WAYS] = {"UTF-8", "CP1256", "ISO-8859-6", "cp720", "x-mac-arabic", "UTF-16LE", "mojibake 1252", "mojibake 1256", "cut"};

typedef struct score {
  size_t all, ours, uchardet;
} score;

static bool by_table(char *to, size_t *length, isnad_slice text, uint16_t row) {
  uint16_t points[128];
  charset_points(points, row);
  *length = 0;
  for (size_t i = 0; i < text.length;) {
    uint8_t lead = (uint8_t)text.bytes[i];
    uint32_t c = lead < 0x80                          ? lead
                 : lead < 0xE0 && i + 1 < text.length ? (uint32_t)(lead & 0x1F) << 6 | (uint32_t)((uint8_t)text.bytes[i + 1] & 0x3F)
                                                      : 0;
    unsigned k = 0;
    while (k < 128 && (points[k] == 0 || points[k] != c)) k++;
    if (c == 0 || (c >= 0x80 && k == 128)) return false;
    to[(*length)++] = (char)(c < 0x80 ? c : 0x80 + k);
    i += lead < 0x80 ? 1 : 2;
  }
  return true;
}

static bool by_iconv(char *to, size_t room, size_t *length, isnad_slice text, const char *target, const char *source) {
  iconv_t by = iconv_open(target, source);
  char *in = (char *)text.bytes, *out = to;
  size_t in_left = text.length, out_left = room;
  bool good = by != (iconv_t)-1 && iconv(by, &in, &in_left, &out, &out_left) != (size_t)-1;
  if (by != (iconv_t)-1) iconv_close(by);
  *length = room - out_left;
  return good;
}

static bool encode(isnad_slice *out, isnad_arena *arena, isnad_slice text, int way) {
  size_t room = text.length * 4 + 16, length = 0;
  char *to = isnad_arena_alloc(arena, room);
  bool good = true;
  if (way == 0 || way == 8) {
    length = text.length - (way == 8 ? 2 : 0);
    memcpy(to, text.bytes + (way == 8), length);
  } else if (way == 3 || way == 4) {
    good = by_table(to, &length, text, charset_named(ways[way]));
  } else if (way == 6 || way == 7) {
    good = by_iconv(to, room, &length, text, "UTF-8", way == 6 ? "ISO-8859-1" : "CP1256");
  } else {
    good = by_iconv(to, room, &length, text, ways[way], "UTF-8");
  }
  *out = (isnad_slice){to, length};
  return good;
}

static bool uchardet_is_right(isnad_arena *arena, isnad_slice bytes, isnad_slice text) {
  uchardet_t d = uchardet_new();
  uchardet_handle_data(d, bytes.bytes, bytes.length);
  uchardet_data_end(d);
  size_t length = 0, room = text.length * 4 + 64;
  char *to = isnad_arena_alloc(arena, room);
  const char *name = uchardet_get_charset(d);
  bool good = name[0] != '\0' && by_iconv(to, room, &length, bytes, "UTF-8", name) && isnad_slice_equal((isnad_slice){to, length}, text);
  uchardet_delete(d);
  return good;
}

static void try_text(score scores[WAYS], isnad_arena *arena, isnad_slice text) {
  if (text.length < 8) return;
  for (int way = 0; way < WAYS; way++) {
    isnad_slice bytes;
    page_decoded out;
    if (!encode(&bytes, arena, text, way)) continue;
    scores[way].all++;
    bool good = page_decode(&out, arena, bytes, (isnad_slice){NULL, 0}, false, NULL) == ISNAD_OK;
    scores[way].ours += good && (way == 8 ? isnad_slice_equal(out.charset, isnad_slice_of("utf-8")) : isnad_slice_equal(out.text, text));
    scores[way].uchardet += uchardet_is_right(arena, bytes, text);
  }
}

int main(int argc, char **argv) {
  static score scores[KINDS][WAYS];
  static const char *const kinds[KINDS] = {"texts", "titles"};
  isnad_arena *arena = NULL;
  isnad_captures *captures = NULL;
  isnad_input input;
  size_t count = 0;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK ||
      isnad_captures_open(&captures, (const char *const *)argv + 1, (size_t)(argc - 1), NULL, NULL) != ISNAD_OK)
    return 2;
  for (isnad_status status; (status = isnad_captures_next(captures, &input, NULL)) != ISNAD_END && count < MOST;) {
    isnad_capture capture;
    isnad_arena_reset(arena);
    if (status != ISNAD_OK || isnad_capture_read(&capture, arena, &input, NULL) != ISNAD_OK) continue;
    try_text(scores[0], arena, capture.bytes);
    try_text(scores[1], arena, capture.title);
    count++;
  }
  for (int k = 0; k < KINDS; k++)
    for (int way = 0; way < WAYS; way++)
      printf("%-8s %-14s %6zu   ours %6zu (%.4f)   uchardet %6zu (%.4f)\n", kinds[k], ways[way], scores[k][way].all, scores[k][way].ours,
             (double)scores[k][way].ours / (double)(scores[k][way].all + !scores[k][way].all), scores[k][way].uchardet,
             (double)scores[k][way].uchardet / (double)(scores[k][way].all + !scores[k][way].all));
  isnad_captures_close(captures);
  isnad_arena_free(arena);
  return 0;
}
