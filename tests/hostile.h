/* Texts that cost a reader much, from cases/hostile.tsv: one piece, repeated up to a size. */
#ifndef ISNAD_TESTS_HOSTILE_H
#define ISNAD_TESTS_HOSTILE_H

#include "isnad/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOSTILE_LINE = 1024, HOSTILE_PIECE = 512, HOSTILE_WORD = 5, HOSTILE_LETTERS = 16 };

typedef struct hostile_text {
  char name[64];
  char piece[HOSTILE_PIECE]; /* unescaped; % stands for a made-up word */
} hostile_text;

/* The bytes that an escape stands for; returns how many. */
static inline size_t hostile_escape(char *out, const char **at) {
  unsigned point = 0;
  char c = *(*at)++;
  if (c == 'n' || c == 'r' || c == 's') {
    *out = c == 'n' ? '\n' : c == 'r' ? '\r' : ' ';
    return 1;
  }
  if (c != 'u' || sscanf(*at, "%4x", &point) != 1) {
    *out = c;
    return 1;
  }
  *at += 4;
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

/* The next row of the table; false at its end. */
static inline bool hostile_next(hostile_text *out, FILE *table) {
  char line[HOSTILE_LINE];
  while (fgets(line, sizeof line, table) != NULL) {
    const char *tab = strchr(line, '\t');
    if (line[0] == '#' || tab == NULL) continue;
    size_t length = 0;
    snprintf(out->name, sizeof out->name, "%.*s", (int)(tab - line), line);
    for (const char *at = tab + 1; *at != '\0' && *at != '\n' && length + 4 < sizeof out->piece;) {
      if (*at != '\\') {
        out->piece[length++] = *at++;
        continue;
      }
      at++;
      length += hostile_escape(out->piece + length, &at);
    }
    out->piece[length] = '\0';
    return true;
  }
  return false;
}

/* A word that no table knows, another for each number. */
static inline size_t hostile_word(char *out, uint32_t number) {
  uint32_t mixed = number * 2654435761u;
  for (size_t i = 0; i < HOSTILE_WORD; i++, mixed /= HOSTILE_LETTERS) {
    out[2 * i] = (char)0xD8;
    out[2 * i + 1] = (char)(0xAA + mixed % HOSTILE_LETTERS); /* U+062A (teh) to U+0639 (ain) */
  }
  return 2 * (size_t)HOSTILE_WORD;
}

/* The piece over and over, up to about `size` bytes. The caller frees the bytes. */
static inline isnad_slice hostile_repeated(const hostile_text *h, size_t size) {
  char *bytes = malloc(size + HOSTILE_PIECE * 2 * (size_t)HOSTILE_WORD);
  size_t length = 0;
  uint32_t words = 0;
  if (bytes == NULL) exit(1);
  while (length < size)
    for (const char *at = h->piece; *at != '\0'; at++) {
      if (*at != '%')
        bytes[length++] = *at;
      else
        length += hostile_word(bytes + length, words++);
    }
  return (isnad_slice){bytes, length};
}

#endif
