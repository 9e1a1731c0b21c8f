/* Case tables: TSV files under tests/cases. Lines that begin with '#' are comments, the first other line names the columns, and the last column says
 * why the case is in. Cells may hold escapes: \n \r \t \\ \uXXXX and \xHH (a byte). */
#ifndef ISNAD_TESTS_CASE_TABLE_H
#define ISNAD_TESTS_CASE_TABLE_H

#include "support.h"

enum { CASE_CELLS = 8 };

typedef struct test_case {
  unsigned line;
  size_t count;
  isnad_slice cells[CASE_CELLS];
} test_case;

typedef struct case_table {
  test_case *cases;
  size_t count;
} case_table;

static inline size_t case_put_utf8(char *out, unsigned point) {
  if (point < 0x80) {
    out[0] = (char)point;
    return 1;
  }
  if (point < 0x800) {
    out[0] = (char)(0xC0 | point >> 6);
    out[1] = (char)(0x80 | (point & 0x3F));
    return 2;
  }
  out[0] = (char)(0xE0 | point >> 12);
  out[1] = (char)(0x80 | (point >> 6 & 0x3F));
  out[2] = (char)(0x80 | (point & 0x3F));
  return 3;
}

static inline unsigned case_hex(const char *digits, size_t count) {
  char copy[8] = {0};
  memcpy(copy, digits, count);
  return (unsigned)strtoul(copy, NULL, 16);
}

/* One escape at `in` (behind its backslash): returns how many bytes of `in` it takes. */
static inline size_t case_escape(char *out, size_t *used, const char *in, size_t left) {
  if (in[0] == 'u' && left >= 5) {
    *used += case_put_utf8(out + *used, case_hex(in + 1, 4));
    return 5;
  }
  if (in[0] == 'x' && left >= 3) {
    out[(*used)++] = (char)case_hex(in + 1, 2);
    return 3;
  }
  out[(*used)++] = (char)(in[0] == 'n' ? '\n' : in[0] == 'r' ? '\r' : in[0] == 't' ? '\t' : in[0]);
  return 1;
}

static inline isnad_slice case_unescape(isnad_arena *arena, isnad_slice cell) {
  char *out = isnad_arena_alloc(arena, cell.length + 1);
  size_t used = 0;
  for (size_t i = 0; i < cell.length;) {
    if (cell.bytes[i] == '\\' && i + 1 < cell.length)
      i += 1 + case_escape(out, &used, cell.bytes + i + 1, cell.length - i - 1);
    else
      out[used++] = cell.bytes[i++];
  }
  return (isnad_slice){out, used};
}

static inline isnad_slice case_cut(isnad_slice *rest, char at) {
  const char *end = rest->length > 0 ? memchr(rest->bytes, at, rest->length) : NULL;
  isnad_slice piece = {rest->bytes, end != NULL ? (size_t)(end - rest->bytes) : rest->length};
  size_t taken = piece.length + (end != NULL);
  *rest = (isnad_slice){rest->bytes + taken, rest->length - taken};
  return piece;
}

static inline test_case case_read(isnad_arena *arena, isnad_slice line, unsigned number) {
  test_case c = {.line = number};
  for (bool more = true; more && c.count < CASE_CELLS;) {
    more = line.length > 0 && memchr(line.bytes, '\t', line.length) != NULL;
    c.cells[c.count++] = case_unescape(arena, case_cut(&line, '\t'));
  }
  return c;
}

/* Reads `folder`/cases/`name`; every row must have `columns` cells. */
static inline case_table read_cases(isnad_arena *arena, const char *folder, const char *name, size_t columns) {
  case_table t = {NULL, 0};
  isnad_slice rest = read_file(arena, isnad_arena_printf(arena, "%s/cases/%s", folder, name).bytes);
  bool header = true;
  for (unsigned number = 1; rest.length > 0; number++) {
    isnad_slice line = case_cut(&rest, '\n');
    if (line.length > 0 && line.bytes[0] == '#') continue;
    test_case c = case_read(arena, line, number);
    if (c.count != columns) fail_msg("%s:%u: %zu cells, wanted %zu", name, number, c.count, columns);
    if (!header) {
      t.cases = isnad_arena_grow(arena, t.cases, t.count, t.count + 1, sizeof *t.cases);
      assert_non_null(t.cases);
      t.cases[t.count++] = c;
    }
    header = false;
  }
  assert_true(t.count > 0);
  return t;
}

/* Compares, tells the place of a difference, and returns 1 for one: a table is run to its end before the test fails. */
static inline int case_differs(const char *name, const test_case *c, const char *what, isnad_slice got, isnad_slice wanted) {
  if (isnad_slice_equal(got, wanted)) return 0;
  print_error("%s:%u: %s is \"%.*s\", wanted \"%.*s\"\n", name, c->line, what, (int)got.length, got.bytes, (int)wanted.length, wanted.bytes);
  return 1;
}

#endif
