/* Where he speaks: at the head of the report, beside a medium, as one of many or as the only one. */
#include "note/sources/vouch.h"

#include <math.h>

enum { AROUND = 12, TITLE_NAMES = 16 };

static bool is_same(const vouch_case *c, isnad_slice entity, isnad_slice canonical) {
  isnad_slice id = c->of.source->named.id, name = c->of.source->named.name;
  if (id.length > 0 && entity.length > 0) return isnad_slice_equal(id, entity);
  return name.length > 0 && isnad_slice_equal(name, canonical);
}

static void read_statements(double *x, const vouch_case *c) {
  const note_scan *s = c->of.s;
  size_t low = note_quote_from(s, c->of.source->span.begin), from = low > AROUND ? low - AROUND : 0;
  double own = 0, all = 0, before = 0;
  for (size_t i = from; i < s->quote_count && i < low + AROUND; i++) {
    if (s->quotes[i].mode == ISNAD_QUOTE_FRAGMENT) continue;
    bool same = is_same(c, s->quotes[i].entity, s->quotes[i].canonical);
    all++;
    own += same;
    before += same && i < low;
  }
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_STATEMENTS] = log1p(own);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_SHARE] = all > 0 ? own / all : 0;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_FIRST] = before == 0;
}

static void read_medium(double *x, const vouch_case *c) {
  const note_scan *s = c->of.s;
  enum { NEAR = 2, REACH = 200 };
  const isnad_source_note *own = c->of.source;
  size_t at = note_source_from(s, s->source_count, own->span.begin), from = at > NEAR ? at - NEAR : 0;
  for (size_t i = from; i < s->source_count && i <= at + NEAR; i++) {
    const isnad_source_note *other = &s->sources[i];
    if (other == own || other->scope == ISNAD_SCOPE_ARTICLE || other->span.begin > own->span.end + REACH || other->span.end + REACH < own->span.begin)
      continue;
    bool medium = other->kind == ISNAD_SOURCE_AGENCY || other->kind == ISNAD_SOURCE_OUTLET;
    if (medium) x[ISNAD_VOUCH_WEIGHTS_FEATURE_MEDIUM] = 1;
    if (other->kind == ISNAD_SOURCE_DOCUMENT) x[ISNAD_VOUCH_WEIGHTS_FEATURE_DOCUMENT] = 1;
    if (other->kind == ISNAD_SOURCE_SOCIAL) x[ISNAD_VOUCH_WEIGHTS_FEATURE_POST] = 1;
  }
}

static void read_headline(double *x, const vouch_case *c) {
  const note_scan *s = c->of.s;
  isnad_slice id = c->of.source->named.id;
  if (!s->units[0].headline || id.length == 0) return;
  uint32_t end = cited_token(s, s->units[0].last - 1)->span.end;
  size_t first = note_name_from(s, cited_token(s, s->units[0].first)->span.begin);
  for (size_t i = first; i < s->name_count && i < first + TITLE_NAMES && s->names[i].span.begin < end; i++)
    if (isnad_slice_equal(s->names[i].entity, id)) x[ISNAD_VOUCH_WEIGHTS_FEATURE_HEADLINED] = 1;
}

void vouch_read_place(double *x, const vouch_case *c) {
  read_statements(x, c);
  read_medium(x, c);
  read_headline(x, c);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_LEAD] = source_opens_report(&c->of);
}
