#include "feed/faults.h"

#include "page/repair.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_ROOM = 240 };

const char *isnad_feed_fault_name(isnad_feed_fault_kind kind) {
  static const char *const names[ISNAD_FAULT_KINDS] = {"charset", "junk",   "ampersand", "entity", "control", "markup",
                                                       "cut",     "broken", "date",      "url",    "limit",   "empty"};
  return (unsigned)kind < ISNAD_FAULT_KINDS ? names[kind] : "";
}

size_t isnad_feed_fault_count(const isnad_feed_faults *faults) {
  size_t sum = 0;
  for (int i = 0; i < ISNAD_FAULT_KINDS; i++) sum += faults->count[i];
  return sum;
}

/* One line of whole characters: what was quoted may have been cut inside one. */
static isnad_slice tidy(char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] < ' ') text[i] = ' ';
  for (size_t at = 0; at < length;) {
    at += page_valid_length((isnad_slice){text + at, length - at});
    if (at == length) break;
    size_t bad = page_ill_formed_length((isnad_slice){text + at, length - at});
    memset(text + at, '.', bad);
  }
  return (isnad_slice){text, length};
}

void fault_add(fault_list *list, isnad_feed_fault_kind kind, uint32_t line, const char *format, ...) {
  list->all.count[kind]++;
  if (list->all.kept == ISNAD_FEED_FAULTS_KEPT) return;
  if (list->items == NULL) list->items = isnad_arena_array(list->arena, ISNAD_FEED_FAULTS_KEPT, sizeof *list->items);
  if (list->items == NULL) return;
  char text[MESSAGE_ROOM];
  va_list arguments;
  va_start(arguments, format);
  int written = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  size_t length = written < 0 ? 0 : (size_t)written < sizeof text ? (size_t)written : sizeof text - 1;
  isnad_slice message = isnad_arena_copy(list->arena, tidy(text, length));
  list->items[list->all.kept++] = (isnad_feed_fault){kind, line, message};
  list->all.items = list->items;
}
