/* compile_charsets CHARSETS.tsv POINTS.tsv OUT.c: writes the table of encodings and the sorted list of their labels. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 64, MOST_LABELS = 512, LINE_ROOM = 2048, CELLS = 5, POINTS = 128 };

typedef struct row {
  char line[LINE_ROOM];
  char *cells[CELLS]; /* name, iconv, kind, labels, why */
} row;

typedef struct label {
  char *text;
  size_t row;
} label;

static const char *const kinds[] = {"utf8", "utf16le", "utf16be", "single", "points", "multi"};
static const char *const constants[] = {"CHARSET_UTF8", "CHARSET_UTF16LE", "CHARSET_UTF16BE", "CHARSET_SINGLE", "CHARSET_POINTS", "CHARSET_MULTI"};

static bool refuse(const char *path, size_t line, const char *why) {
  fprintf(stderr, "%s:%zu: %s\n", path, line, why);
  return false;
}

/* Cuts a line into cells at tabs; false when there are not as many. */
static bool cut(row *r, size_t count) {
  size_t cells = 0;
  r->line[strcspn(r->line, "\n")] = '\0';
  for (char *at = r->line; at != NULL && cells < count; cells++) {
    r->cells[cells] = at;
    at = strchr(at, '\t');
    if (at != NULL) *at++ = '\0';
    if (*r->cells[cells] == '\0' || (at != NULL && cells + 1 == count)) return false;
  }
  return cells == count;
}

static bool read_rows(row *rows, size_t *count, const char *path, size_t cells) {
  FILE *in = fopen(path, "r");
  if (in == NULL) return refuse(path, 0, "cannot be read");
  bool header = true, good = true;
  size_t number = 0;
  while (good && fgets(rows[*count].line, LINE_ROOM, in) != NULL) {
    number++;
    row *r = &rows[*count];
    if (r->line[0] == '#') continue;
    if (!cut(r, cells)) good = refuse(path, number, "wrong number of cells, or an empty one");
    if (good && !header && *count > 0 && strcmp(rows[*count - 1].cells[0], r->cells[0]) >= 0) good = refuse(path, number, "names must rise");
    if (good && !header && ++*count == MOST_ROWS) good = refuse(path, number, "too many rows");
    header = false;
  }
  fclose(in);
  return good;
}

static int kind_of(const char *word) {
  for (int i = 0; i < (int)(sizeof kinds / sizeof *kinds); i++)
    if (strcmp(kinds[i], word) == 0) return i;
  return -1;
}

/* The 128 code points of one row as an array; false when they are not 128. */
static bool emit_points(FILE *out, row *r, size_t index) {
  size_t count = 0;
  fprintf(out, "static const uint16_t points_%zu[%d] = {", index, POINTS);
  for (char *at = strtok(r->cells[1], " "); at != NULL; at = strtok(NULL, " "), count++) {
    unsigned long point = strcmp(at, "-") == 0 ? 0 : strtoul(at, NULL, 16);
    if (point > 0xFFFF || (point < 0x20 && *at != '-')) return false;
    fprintf(out, "0x%04lX,", point);
  }
  fputs("};\n", out);
  return count == POINTS;
}

static int by_text(const void *a, const void *b) { return strcmp(((const label *)a)->text, ((const label *)b)->text); }

static bool emit_labels(FILE *out, row *rows, size_t count, const char *path) {
  static label labels[MOST_LABELS];
  size_t used = 0;
  for (size_t i = 0; i < count; i++)
    for (char *at = strtok(rows[i].cells[3], " "); at != NULL && used < MOST_LABELS; at = strtok(NULL, " ")) labels[used++] = (label){at, i};
  qsort(labels, used, sizeof *labels, by_text);
  fprintf(out, "const size_t charset_label_count = %zu;\nconst charset_label charset_labels[] = {\n", used);
  for (size_t i = 0; i < used; i++) {
    if (i > 0 && strcmp(labels[i - 1].text, labels[i].text) == 0) return refuse(path, 0, "a label is given twice");
    fprintf(out, "{\"%s\", %zu},\n", labels[i].text, labels[i].row);
  }
  fputs("};\n", out);
  return used < MOST_LABELS;
}

static bool emit(FILE *out, row *rows, size_t count, row *points, size_t point_count, const char *path) {
  fputs("/* Made by compile_charsets; do not edit. */\n#include \"page/charset_tables.h\"\n\n", out);
  for (size_t i = 0; i < point_count; i++)
    if (!emit_points(out, &points[i], i)) return refuse(path, 0, "a row of points is not one of 128 code points");
  fprintf(out, "const size_t charset_count = %zu;\nconst charset charset_rows[] = {\n", count);
  for (size_t i = 0; i < count; i++) {
    int kind = kind_of(rows[i].cells[2]);
    size_t p = 0;
    while (p < point_count && strcmp(points[p].cells[0], rows[i].cells[0]) != 0) p++;
    if (kind < 0 || (p == point_count) == (strcmp(rows[i].cells[2], "points") == 0))
      return refuse(path, 0, "an unknown kind, or points that are missing");
    fprintf(out, "{\"%s\", \"%s\", %s, ", rows[i].cells[0], rows[i].cells[1], constants[kind]);
    if (p < point_count)
      fprintf(out, "points_%zu},\n", p);
    else
      fputs("0},\n", out);
  }
  fputs("};\n", out);
  return emit_labels(out, rows, count, path);
}

int main(int argc, char **argv) {
  static row rows[MOST_ROWS], points[MOST_ROWS];
  size_t count = 0, point_count = 0;
  if (argc != 4) {
    fprintf(stderr, "usage: compile_charsets CHARSETS.tsv POINTS.tsv OUT.c\n");
    return 2;
  }
  if (!read_rows(rows, &count, argv[1], CELLS) || !read_rows(points, &point_count, argv[2], 3)) return 1;
  FILE *out = fopen(argv[3], "w");
  bool good = out != NULL && emit(out, rows, count, points, point_count, argv[1]);
  if (out != NULL && fclose(out) != 0) good = false;
  return good ? 0 : 1;
}
