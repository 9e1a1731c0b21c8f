/* compile_html ENTITIES.tsv OUT.c: writes the hash tables of tag and attribute names, and the table of character references. */
#include "html/names.h"
#include "html/tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NAMES = 256, MOST_REFERENCES = 4096, LINE_ROOM = 256 };

static const char *const tags[] = {"",
#define X(name, constant, start, end, flags) name,
                                   HTML_TAG_NAMES(X)
#undef X
};

static const char *const attributes[] = {
#define X(name, constant) name,
    HTML_ATTR_NAMES(X)
#undef X
};

static uint32_t hash_of(const char *name) {
  uint32_t hash = HTML_HASH_SEED;
  for (; *name != '\0'; name++) hash = html_hash_add(hash, (uint8_t)*name);
  return hash;
}

/* Whether this multiplier gives every name a slot of its own. */
static bool spreads(uint16_t *slots, unsigned bits, uint32_t multiplier, const uint32_t *hashes, size_t count) {
  memset(slots, 0, sizeof *slots << bits);
  for (size_t i = 0; i < count; i++) {
    uint16_t *slot = &slots[html_slot(hashes[i], multiplier, bits)];
    if (*slot != 0) return false;
    *slot = (uint16_t)(i + 1);
  }
  return true;
}

/* Slots hold the place of the name in the list + `shift`, 0 for none. */
static bool emit_names(FILE *out, const char *what, const char *const *names, size_t count, unsigned bits) {
  static uint16_t slots[1 << HTML_TAG_BITS];
  uint32_t hashes[MOST_NAMES], multiplier = 1;
  for (size_t i = 0; i < count; i++) hashes[i] = hash_of(names[i]);
  for (long tries = 0; !spreads(slots, bits, multiplier, hashes, count); multiplier = multiplier * 1664525u + 1013904223u)
    if (++tries > 50000000) return false;
  fprintf(out, "const uint32_t html_%s_multiplier = %uu;\nconst uint8_t html_%s_slots[%u] = {", what, multiplier, what, 1u << bits);
  for (size_t i = 0; i < (size_t)1 << bits; i++) fprintf(out, "%s%u,", i % 32 == 0 ? "\n" : "", slots[i]);
  fputs("\n};\n", out);
  return true;
}

static size_t put_utf8(uint8_t *to, unsigned long c) {
  if (c < 0x80) return to[0] = (uint8_t)c, 1;
  size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; i--, c >>= 6) to[i] = (uint8_t)(0x80 | (c & 0x3F));
  to[0] = (uint8_t)((length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0) | c);
  return length;
}

typedef struct reference {
  char name[HTML_LONGEST_REFERENCE + 1];
  uint8_t text[16];
  size_t length;
} reference;

/* "name TAB 0041 0042"; false when the row is none. */
static bool read_row(reference *r, char *line) {
  char *tab = strchr(line, '\t');
  size_t name = tab != NULL ? (size_t)(tab - line) : 0;
  if (name == 0 || name > HTML_LONGEST_REFERENCE) return false;
  memcpy(r->name, line, name);
  r->name[name] = '\0';
  r->length = 0;
  for (char *at = tab + 1, *end; *at != '\0' && *at != '\n'; at = end) {
    unsigned long point = strtoul(at, &end, 16);
    if (end == at || point == 0 || point > 0x10FFFF || r->length > 4) return false;
    r->length += put_utf8(r->text + r->length, point);
    if (*end == ' ') end++;
  }
  return r->length > 0 && r->length <= HTML_REFERENCE_TEXT;
}

static size_t read_references(reference *rows, const char *path) {
  char line[LINE_ROOM];
  size_t count = 0, number = 0;
  FILE *in = fopen(path, "r");
  bool header = true, good = in != NULL;
  while (good && fgets(line, sizeof line, in) != NULL) {
    number++;
    if (line[0] == '#') continue;
    if (header) {
      header = false;
      continue;
    }
    good = count < MOST_REFERENCES && read_row(&rows[count], line) && (count == 0 || strcmp(rows[count - 1].name, rows[count].name) < 0);
    count++;
  }
  if (!good) fprintf(stderr, "%s:%zu: not a row of a name and its code points, in the order of bytes\n", path, number);
  if (in != NULL) fclose(in);
  return good ? count : 0;
}

static void emit_references(FILE *out, const reference *rows, size_t count) {
  size_t next = 0;
  fprintf(out, "const uint32_t html_reference_count = %zu;\nconst html_reference html_references[] = {\n", count);
  for (size_t i = 0; i < count; i++) {
    fprintf(out, "{\"%s\", %zu, %zu, {", rows[i].name, strlen(rows[i].name), rows[i].length);
    for (size_t k = 0; k < rows[i].length; k++) fprintf(out, "%u,", rows[i].text[k]);
    fputs("}},\n", out);
  }
  fputs("};\n/* The first row whose name begins with this byte or a later one. */\nconst uint16_t html_reference_starts[129] = {", out);
  for (unsigned c = 0; c <= 128; c++) {
    while (next < count && (unsigned char)rows[next].name[0] < c) next++;
    fprintf(out, "%zu,", next);
  }
  fputs("};\n", out);
}

int main(int argc, char **argv) {
  static reference rows[MOST_REFERENCES];
  if (argc != 3) {
    fprintf(stderr, "usage: compile_html ENTITIES.tsv OUT.c\n");
    return 2;
  }
  size_t count = read_references(rows, argv[1]);
  FILE *out = count > 0 ? fopen(argv[2], "w") : NULL;
  if (out == NULL) return 1;
  fputs("/* Made by compile_html; do not edit. */\n#include \"html/tables.h\"\n\n", out);
  bool good = emit_names(out, "tag", tags + 1, sizeof tags / sizeof tags[0] - 1, HTML_TAG_BITS) &&
              emit_names(out, "attr", attributes, sizeof attributes / sizeof attributes[0], HTML_ATTR_BITS);
  emit_references(out, rows, count);
  return fclose(out) == 0 && good ? 0 : 1;
}
