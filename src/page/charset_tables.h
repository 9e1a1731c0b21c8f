/* Encodings and their labels, as tools/compile_charsets.c writes them from data/ at build time. */
#ifndef ISNAD_PAGE_CHARSET_TABLES_H
#define ISNAD_PAGE_CHARSET_TABLES_H

#include <stddef.h>
#include <stdint.h>

typedef enum charset_kind {
  CHARSET_UTF8,
  CHARSET_UTF16LE,
  CHARSET_UTF16BE,
  CHARSET_SINGLE, /* a byte a character, by iconv */
  CHARSET_POINTS, /* a byte a character, by `points` */
  CHARSET_MULTI   /* by iconv */
} charset_kind;

typedef struct charset {
  const char *name;       /* "windows-1256" */
  const char *iconv;      /* its name in glibc; "-": none */
  uint8_t kind;           /* charset_kind */
  const uint16_t *points; /* of bytes 80 to FF, 0 for none; CHARSET_POINTS only */
} charset;

typedef struct charset_label {
  const char *label; /* lower case */
  uint16_t row;      /* in charset_rows */
} charset_label;

extern const charset charset_rows[]; /* sorted by name */
extern const size_t charset_count;
extern const charset_label charset_labels[]; /* sorted by label */
extern const size_t charset_label_count;

#endif
