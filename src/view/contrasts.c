#include "view/contrasts.h"

#include "view/claim_words.h"
#include "view/counts.h"
#include "view/labels.h"
#include "view/title.h"

enum { OUTLET_WIDTH = 18, LONGEST_AROUND = 160 };

typedef struct told_side {
  const isnad_claim *claim;
  const isnad_claim_version *version;
  const isnad_claim_mention *mention;
} told_side;

static told_side side_of(const isnad_claims *claims, const isnad_contrast_side *side) {
  const isnad_claim *c = &claims->items[side->claim];
  const isnad_claim_version *v = &c->versions[side->version];
  return (told_side){c, v, &v->mentions[side->mention]};
}

static bool is_quotation(const isnad_claims *claims, const isnad_contrast *c) {
  return claims->items[c->sides[0].claim].kind == ISNAD_CLAIM_STATEMENT;
}

static isnad_slice head_of(sheet *s, const isnad_claims *claims, const isnad_contrast *c) {
  if (is_quotation(claims, c)) return label_word(s->view, "contrast.speakers");
  return label_word(s->view, c->grows ? "contrast.grows" : c->speakers ? "contrast.two" : "contrast.differ");
}

/* What the numbers count, and why they stand here. */
static isnad_slice title_of(sheet *s, const isnad_claims *claims, const isnad_contrast *c) {
  if (is_quotation(claims, c)) return label_word(s->view, "kind.statement");
  return c->opens ? label_of(s->view, "state.", c->state) : claim_title(s, &claims->items[c->sides[0].claim]);
}

static isnad_slice why_of(sheet *s, const isnad_claims *claims, const isnad_contrast *c) {
  if (is_quotation(claims, c)) return label_word(s->view, "contrast.why_speakers");
  return label_word(s->view, c->speakers ? "contrast.why_two" : c->opens ? "contrast.why" : "contrast.aside");
}

static isnad_slice side_outlet(const told_side *t) { return t->mention->outlet.length > 0 ? t->mention->outlet : label_short(t->mention->label); }

/* The number in the words of this report, not in those of the first that tells it; of a quotation its words. */
static isnad_slice side_words(sheet *s, const told_side *t) {
  if (t->claim->kind == ISNAD_CLAIM_STATEMENT) return t->mention->words;
  isnad_claim_version own = *t->version;
  own.words = t->mention->words;
  return version_words(s, t->claim, &own);
}

/* "Said by the ministry of health", "by sources in the police", or that nobody is named. */
static isnad_slice side_claimant(sheet *s, const told_side *t) {
  isnad_slice who = t->mention->claimant;
  if (t->mention->anonymous && who.length == 0) return label_word(s->view, "report.anonymous");
  return who.length > 0 ? words_joined(s, label_word(s->view, "contrast.by"), ": ", who) : label_word(s->view, "contrast.unnamed");
}

bool contrasts_write(report *r) {
  for (size_t i = 0; i < r->claims.contrast_count; i++) {
    const isnad_contrast *c = &r->claims.contrasts[i];
    isnad_slice title = title_of(r->s, &r->claims, c), why = why_of(r->s, &r->claims, c);
    if (!block_add(r, BLOCK_CLAIM, head_of(r->s, &r->claims, c), title, why)) return false;
    r->blocks[r->count - 1].key = "contrast";
    for (size_t k = 0; k < c->count; k++) {
      told_side t = side_of(&r->claims, &c->sides[k]);
      const isnad_claim_mention *m = t.mention;
      isnad_slice reference = isnad_arena_printf(r->s->arena, "%.*s [%u,%u)", (int)m->name.length, m->name.bytes, m->span.begin, m->span.end);
      if (!block_add(r, BLOCK_VERSION, side_words(r->s, &t), side_claimant(r->s, &t), report_nothing) ||
          !block_add_dated(r, BLOCK_MENTION, 0, m->published, side_outlet(&t), m->around, reference))
        return false;
    }
  }
  return true;
}

static isnad_status side_lines(sheet *s, const told_side *t) {
  sheet_printf(s, "  - ");
  sheet_words(s, side_words(s, t));
  sheet_printf(s, "  ");
  sheet_words(s, side_claimant(s, t));
  isnad_status status = sheet_end(s);
  if (status != ISNAD_OK) return status;
  sheet_printf(s, "      ");
  sheet_when_or(s, t->mention->published, label_word(s->view, "report.no_date"));
  sheet_cell(s, side_outlet(t), OUTLET_WIDTH);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%.*s [%u,%u)  ", (int)t->mention->name.length, t->mention->name.bytes, t->mention->span.begin, t->mention->span.end);
  sheet_style_off(s);
  sheet_excerpt(s, t->mention->around, LONGEST_AROUND);
  return sheet_end(s);
}

isnad_status contrasts_lines(sheet *s, const isnad_claims *claims) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < claims->contrast_count; i++) {
    const isnad_contrast *c = &claims->contrasts[i];
    sheet_style_on(s, SHEET_BOLD);
    sheet_words(s, head_of(s, claims, c));
    sheet_printf(s, "  ");
    sheet_words(s, title_of(s, claims, c));
    sheet_style_off(s);
    sheet_printf(s, "  (");
    sheet_words(s, why_of(s, claims, c));
    sheet_printf(s, ")");
    status = sheet_end(s);
    for (size_t k = 0; status == ISNAD_OK && k < c->count; k++) {
      told_side t = side_of(claims, &c->sides[k]);
      status = side_lines(s, &t);
    }
  }
  return status;
}

void contrasts_array(sheet *s, const isnad_claims *claims) {
  json_writer *w = &s->json;
  json_open_array(w);
  for (size_t i = 0; i < claims->contrast_count; i++) {
    const isnad_contrast *c = &claims->contrasts[i];
    json_open_object(w);
    json_key_string(w, "state", c->state);
    json_key_bool(w, "grows", c->grows);
    json_key_bool(w, "opens", c->opens);
    json_key_bool(w, "speakers", c->speakers);
    json_key(w, "sides");
    json_open_array(w);
    for (size_t k = 0; k < c->count; k++) {
      told_side t = side_of(claims, &c->sides[k]);
      json_open_object(w);
      json_key_text(w, "claim", t.claim->id);
      json_key_string(w, "words", t.mention->words);
      json_key_string(w, "claimant", t.mention->claimant);
      json_key_string(w, "article", t.mention->label);
      json_key_string(w, "id", t.mention->name);
      json_key_string(w, "outlet", t.mention->outlet);
      json_key_span(w, "span", t.mention->span);
      json_close_object(w);
    }
    json_close_array(w);
    json_close_object(w);
  }
  json_close_array(w);
}
