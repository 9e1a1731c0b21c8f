/* What must hold of the base for any input: seeded random ones, and always the same. */
#include "../support.h"

#include "base/json_reader.h"
#include "base/json_writer.h"

static size_t put_utf8(char *out, unsigned c) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; i--, c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
  out[0] = (char)((0xF00u >> length & 0xFF) | c);
  return length;
}

/* Characters of every plane, with the awkward ones often among them. */
static isnad_slice random_text(isnad_arena *arena, uint64_t *seed, size_t most) {
  static const unsigned awkward[] = {0,    1,     9,     10,     13,     0x1F,   '"',    '\\',   '/',    'u',    0x7F,
                                     0x80, 0x640, 0x61C, 0x200F, 0x2028, 0x202E, 0x2069, 0xFEFF, 0xFFFD, 0xFFFF, 0x10FFFF};
  size_t count = random_below(seed, most), length = 0;
  char *bytes = isnad_arena_alloc(arena, 4 * count);
  while (count-- > 0) {
    unsigned c = 0;
    switch (random_below(seed, 4)) {
    case 0:
      c = awkward[random_below(seed, sizeof awkward / sizeof awkward[0])];
      break;
    case 1:
      c = 0x600 + (unsigned)random_below(seed, 0x100);
      break;
    case 2:
      c = (unsigned)random_below(seed, 0x80);
      break;
    default:
      c = (unsigned)random_below(seed, 0x110000);
    }
    if (c >= 0xD800 && c < 0xE000) c = 0x646;
    length += put_utf8(bytes + length, c);
  }
  return (isnad_slice){bytes, length};
}

static isnad_slice random_bytes(isnad_arena *arena, uint64_t *seed, size_t most) {
  size_t length = random_below(seed, most);
  char *bytes = isnad_arena_alloc(arena, length);
  for (size_t i = 0; i < length; i++) bytes[i] = (char)random_next(seed);
  return (isnad_slice){bytes, length};
}

static isnad_slice read_back(isnad_arena *arena, isnad_slice json) {
  json_reader r = json_reader_new(arena, json);
  isnad_slice out = {NULL, 0};
  if (!json_read_string(&r, &out) || !json_at_end(&r)) fail_msg("%s: %.*s", r.problem, (int)json.length, json.bytes);
  return out;
}

static isnad_slice written(isnad_arena *arena, isnad_slice text) {
  buf b = buf_new(arena, 0);
  json_writer w = json_writer_new(&b);
  json_string(&w, text);
  return buf_slice(&b);
}

static void a_string_survives_writing_and_reading(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (uint64_t seed = 0, run = 0; run < 20000; run++) {
    isnad_arena_reset(arena);
    isnad_slice text = random_text(arena, &seed, 60);
    assert_slice(read_back(arena, written(arena, text)), text);
  }
  isnad_arena_free(arena);
}

static size_t character_length(const unsigned char *at, size_t left) {
  static const struct {
    unsigned char first, last, low, high, length;
  } forms[] = {{0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
               {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
               {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
  for (size_t f = 0; f < sizeof forms / sizeof forms[0]; f++) {
    if (at[0] < forms[f].first || at[0] > forms[f].last) continue;
    if (left < forms[f].length || (forms[f].length > 1 && (at[1] < forms[f].low || at[1] > forms[f].high))) return 0;
    for (size_t i = 2; i < forms[f].length; i++)
      if ((at[i] & 0xC0) != 0x80) return 0;
    return forms[f].length;
  }
  return 0;
}

/* Any bytes give valid UTF-8 without control characters; the well-formed characters among them stay, in order. */
static void any_bytes_are_written_as_valid_json(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (uint64_t seed = 1, run = 0; run < 20000; run++) {
    isnad_arena_reset(arena);
    isnad_slice text = random_bytes(arena, &seed, 40);
    isnad_slice json = written(arena, text);
    const unsigned char *at = (const unsigned char *)json.bytes;
    for (size_t i = 0, length = 0; i < json.length; i += length) {
      length = character_length(at + i, json.length - i);
      assert_true(length > 0);
      assert_true(at[i] >= 0x20);
    }
    isnad_slice back = read_back(arena, json);
    size_t from = 0;
    for (size_t i = 0; i < text.length;) {
      size_t length = character_length((const unsigned char *)text.bytes + i, text.length - i);
      isnad_slice character = {text.bytes + i, length};
      while (length > 0 && from < back.length && !isnad_slice_starts((isnad_slice){back.bytes + from, back.length - from}, character)) {
        assert_memory_equal(back.bytes + from, "\xEF\xBF\xBD", 3);
        from += 3;
      }
      from += length;
      i += length > 0 ? length : 1;
    }
    assert_true(from <= back.length);
  }
  isnad_arena_free(arena);
}

/* A random value, written; and at the same time its plain text by other means, which must be equal. */
static void write_random_value(json_writer *w, buf *plain, uint64_t *seed, unsigned depth) {
  size_t kind = random_below(seed, depth > 5 ? 4 : 6), count = random_below(seed, 5);
  switch (kind) {
  case 0:
    json_bool(w, count % 2 == 0);
    buf_add_text(plain, count % 2 == 0 ? "true" : "false");
    break;
  case 1: {
    int64_t n = (int64_t)random_next(seed);
    json_i64(w, n);
    buf_printf(plain, "%lld", (long long)n);
    break;
  }
  case 2: {
    isnad_slice text = written(plain->arena, random_text(plain->arena, seed, 6));
    json_raw(w, text);
    buf_add_slice(plain, text);
    break;
  }
  case 3:
    json_span(w, (isnad_span){1, 2});
    buf_add_text(plain, "[1,2]");
    break;
  case 4:
    json_open_array(w);
    buf_add_char(plain, '[');
    for (size_t i = 0; i < count; i++) {
      if (i > 0) buf_add_char(plain, ',');
      write_random_value(w, plain, seed, depth + 1);
    }
    json_close_array(w);
    buf_add_char(plain, ']');
    break;
  default:
    json_open_object(w);
    buf_add_char(plain, '{');
    for (size_t i = 0; i < count; i++) {
      json_key(w, "key");
      buf_add_text(plain, i > 0 ? ",\"key\":" : "\"key\":");
      write_random_value(w, plain, seed, depth + 1);
    }
    json_close_object(w);
    buf_add_char(plain, '}');
  }
}

static void any_value_is_written_with_its_commas_and_read_again(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (uint64_t seed = 2, run = 0; run < 5000; run++) {
    isnad_arena_reset(arena);
    buf json = buf_new(arena, 0), plain = buf_new(arena, 0);
    json_writer w = json_writer_new(&json);
    write_random_value(&w, &plain, &seed, 0);
    assert_slice(buf_slice(&json), buf_slice(&plain));
    json_reader r = json_reader_new(arena, buf_slice(&json));
    assert_true(json_skip(&r) && json_at_end(&r));
    /* and cut anywhere inside, it is refused or, when it is a bare number, still one */
    size_t length = random_below(&seed, json.length);
    r = json_reader_new(arena, (isnad_slice){json.bytes, length});
    bool number = json.bytes[0] == '-' || (json.bytes[0] >= '0' && json.bytes[0] <= '9');
    if (!number) assert_false(json_skip(&r) && json_at_end(&r));
  }
  isnad_arena_free(arena);
}

static void a_random_arena_keeps_its_promises(void **state) {
  (void)state;
  for (uint64_t seed = 3, run = 0; run < 300; run++) {
    size_t limit = random_below(&seed, 200000) + 1, used = 0, held = 0;
    isnad_arena *arena = new_arena(limit);
    struct {
      unsigned char *bytes;
      size_t length;
    } kept[64];
    for (size_t step = 0; step < 200; step++) {
      size_t size = random_below(&seed, 3000), at = held > 0 ? random_below(&seed, held) : 0;
      if (held > 0 && step % 3 == 0) {
        unsigned char *grown = isnad_arena_grow(arena, kept[at].bytes, kept[at].length, kept[at].length + size, 1);
        if (grown == NULL) continue;
        memset(grown + kept[at].length, (int)at, size);
        kept[at].bytes = grown;
        kept[at].length += size;
      } else if (held < 64) {
        unsigned char *bytes = isnad_arena_alloc(arena, size);
        if (bytes == NULL) continue;
        memset(bytes, (int)held, size);
        kept[held].bytes = bytes;
        kept[held++].length = size;
      }
      assert_true(isnad_arena_used(arena) >= used);
      used = isnad_arena_used(arena);
      assert_true(used <= limit);
    }
    for (size_t i = 0; i < held; i++)
      for (size_t k = 0; k < kept[i].length; k++) assert_int_equal(kept[i].bytes[k], i);
    isnad_arena_free(arena);
  }
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_string_survives_writing_and_reading),
      cmocka_unit_test(any_bytes_are_written_as_valid_json),
      cmocka_unit_test(any_value_is_written_with_its_commas_and_read_again),
      cmocka_unit_test(a_random_arena_keeps_its_promises),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
