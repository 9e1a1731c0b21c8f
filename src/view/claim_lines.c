/* One claim as lines of a terminal. */
#include "view/claim_words.h"
#include "view/labels.h"
#include "view/title.h"

enum { MOST_BESIDE = 3, LONGEST_STATEMENT = 300, LONGEST_AROUND = 160, OUTLET_WIDTH = 18 };

static isnad_status head_line(sheet *s, const isnad_claim *c) {
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, claim_verdict(s, c));
  sheet_printf(s, "  ");
  sheet_words(s, claim_full_title(s, c));
  sheet_style_off(s);
  if (c->reports > 1 || c->origins.possible > 1) {
    sheet_printf(s, "  ");
    sheet_words(s, claim_support(s, c->reports, &c->origins));
  }
  return sheet_end(s);
}

static isnad_status version_line(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  sheet_printf(s, "  - ");
  sheet_excerpt(s, version_words(s, c, v), LONGEST_STATEMENT);
  if (c->count > 1 && !(v->single && v->reports <= 1)) {
    sheet_printf(s, "  ");
    sheet_words(s, claim_support(s, v->reports, &v->origins));
  }
  isnad_slice marks = version_marks(s, v);
  if (marks.length > 0) {
    sheet_printf(s, "  [");
    sheet_words(s, marks);
    sheet_printf(s, "]");
  }
  return sheet_end(s);
}

static isnad_status changed_line(sheet *s, const char *id, isnad_slice words) {
  if (words.length == 0) return ISNAD_OK;
  sheet_printf(s, "      ");
  sheet_words(s, label_word(s->view, id));
  sheet_printf(s, ": ");
  sheet_words(s, words);
  return sheet_end(s);
}

isnad_status claim_mention_line(sheet *s, const isnad_claim *c, const isnad_claim_mention *m) {
  sheet_printf(s, "      ");
  sheet_when_or(s, m->published, label_word(s->view, "report.no_date"));
  sheet_cell(s, m->outlet.length > 0 ? m->outlet : label_short(m->label), OUTLET_WIDTH);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%.*s [%u,%u)  ", (int)m->name.length, m->name.bytes, m->span.begin, m->span.end);
  sheet_style_off(s);
  if (c->kind == ISNAD_CLAIM_FIGURE) sheet_excerpt(s, m->around, LONGEST_AROUND);
  return sheet_end(s);
}

static isnad_status beside_lines(sheet *s, const isnad_claims *claims, const isnad_claim *c) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < c->part_count; i++) {
    const isnad_claim *part = &claims->items[c->parts[i]];
    sheet_printf(s, "    + ");
    sheet_words(s, part->versions[0].words);
    if (part->versions[0].times > 1) sheet_printf(s, " x %u", part->versions[0].times);
    status = sheet_end(s);
  }
  for (size_t i = 0, shown = 0; status == ISNAD_OK && i < c->beside_count && shown < MOST_BESIDE; i++) {
    const isnad_claim *other = &claims->items[c->beside[i].claim];
    if (!claim_beside_tells(claims, c, &c->beside[i])) continue;
    shown++;
    sheet_printf(s, "    ~ ");
    sheet_words(s, version_words(s, other, &other->versions[0]));
    sheet_printf(s, "  (");
    sheet_words(s, label_of(s->view, "beside.", isnad_slice_of(isnad_claim_beside_name(c->beside[i].why))));
    sheet_printf(s, ")");
    status = sheet_end(s);
  }
  if (status != ISNAD_OK || c->denied_by == SIZE_MAX) return status;
  const isnad_claim *denial = &claims->items[c->denied_by];
  sheet_printf(s, "    ! ");
  sheet_words(s, claim_denial_words(s, denial->claimant));
  sheet_printf(s, ": ");
  sheet_excerpt(s, denial->versions[0].words, LONGEST_STATEMENT);
  return sheet_end(s);
}

/* "! denied by the ministry", and where that is told. */
static isnad_status denial_lines(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < v->denial_count; i++) {
    sheet_printf(s, "    ! ");
    sheet_words(s, claim_denial_words(s, v->denials[i].claimant));
    status = sheet_end(s);
    if (status == ISNAD_OK) status = claim_mention_line(s, c, &v->denials[i]);
  }
  return status;
}

isnad_status claim_lines(sheet *s, const isnad_claims *claims, const isnad_claim *c) {
  isnad_status status = head_line(s, c);
  for (size_t v = 0; status == ISNAD_OK && v < c->count; v++) {
    const isnad_claim_version *version = &c->versions[v];
    status = version_line(s, c, version);
    if (status == ISNAD_OK) status = changed_line(s, "report.dropped", version->dropped);
    if (status == ISNAD_OK) status = changed_line(s, "report.added", version->added);
    for (size_t i = 0; status == ISNAD_OK && i < version->count; i++) status = claim_mention_line(s, c, &version->mentions[i]);
    if (status == ISNAD_OK) status = denial_lines(s, c, version);
  }
  return status == ISNAD_OK ? beside_lines(s, claims, c) : status;
}
