#include "view/counts.h"

#include "view/labels.h"

enum { FEW = 3, MANY = 11, HUNDRED = 100 };

isnad_slice words_joined(sheet *s, isnad_slice a, const char *between, isnad_slice b) {
  if (a.length == 0) return b;
  if (b.length == 0) return a;
  return isnad_arena_printf(s->arena, "%.*s%s%.*s", (int)a.length, a.bytes, between, (int)b.length, b.bytes);
}

/* What stands behind the number: Arabic says one and two without one, and counts on by the last two digits. */
static const char *form_of(size_t count) {
  size_t rest = count % HUNDRED;
  if (count == 1) return "one";
  if (count == 2) return "two";
  if (rest >= FEW && rest < MANY) return "few";
  return rest >= MANY ? "many" : count == 0 ? "few" : "all";
}

static isnad_slice noun_of(sheet *s, const char *what, size_t count) {
  isnad_slice id = isnad_arena_printf(s->arena, "count.%s.%s", what, form_of(count));
  return label_of(s->view, "", id);
}

isnad_slice counted(sheet *s, const char *what, size_t count) {
  isnad_slice noun = noun_of(s, what, count);
  return count == 1 || count == 2 ? noun : isnad_arena_printf(s->arena, "%zu %.*s", count, (int)noun.length, noun.bytes);
}

isnad_slice counted_range(sheet *s, const char *what, size_t least, size_t most) {
  if (least == most) return counted(s, what, least);
  if (least == 1 && most == 2) /* "one origin or two" */
    return words_joined(s, words_joined(s, counted(s, what, least), " ", label_word(s->view, "count.or")), " ", counted(s, what, most));
  isnad_slice from = label_word(s->view, "count.from"), to = label_word(s->view, "count.to");
  isnad_slice noun = noun_of(s, what, most == 2 ? FEW : most); /* behind "from 1 to 2" the plural stands */
  return isnad_arena_printf(s->arena, "%.*s%s%zu %.*s %zu %.*s", (int)from.length, from.bytes, from.length > 0 ? " " : "", least, (int)to.length,
                            to.bytes, most, (int)noun.length, noun.bytes);
}
