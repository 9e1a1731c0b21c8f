/* One claim as a JSON object, with everything that was found. */
#include "view/claim_words.h"

static void origins_array(json_writer *w, const isnad_origins *o) {
  json_key(w, "origins");
  json_open_array(w);
  json_u64(w, o->certain);
  json_u64(w, o->possible);
  json_close_array(w);
  if (o->count == 0) return;
  json_key(w, "roots");
  json_open_array(w);
  for (size_t i = 0; i < o->count; i++) {
    json_open_object(w);
    json_key_text(w, "kind", isnad_origin_kind_name(o->roots[i].kind));
    json_key_string(w, "id", o->roots[i].id);
    json_key_string(w, "name", o->roots[i].name);
    json_key_u64(w, "carriers", o->roots[i].carriers);
    json_close_object(w);
  }
  json_close_array(w);
}

static void mention_object(sheet *s, const isnad_claim_mention *m) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "article", m->label);
  json_key_string(w, "id", m->name);
  json_key_string(w, "outlet", m->outlet);
  sheet_json_when(s, "published", m->published, (isnad_slice){NULL, 0});
  json_key_span(w, "span", m->span);
  json_key_string(w, "verb", m->verb);
  json_key_string(w, "words", m->words);
  json_key_string(w, "claimant", m->claimant);
  json_key_string(w, "claimant_id", m->claimant_id);
  if (m->anonymous) json_key_bool(w, "anonymous", true);
  if (m->headline) json_key_bool(w, "headline", true);
  if (m->bare) json_key_bool(w, "list_headline", true);
  json_key_string(w, "rule", m->rule);
  json_close_object(w);
}

static void version_object(sheet *s, const isnad_claim *c, const isnad_claim_version *v) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "words", v->words);
  json_key_string(w, "value", v->key);
  if (c->kind == ISNAD_CLAIM_FIGURE) {
    json_key_string(w, "told", version_words(s, c, v));
    json_key_fixed(w, "min", v->min, 6);
    json_key_fixed(w, "max", v->max, 6);
    if (v->times > 1) json_key_u64(w, "times", v->times);
  }
  json_key_string(w, "qualifier", v->qualifier);
  json_key_u64(w, "reports", v->reports);
  origins_array(w, &v->origins);
  if (v->single) json_key_bool(w, "single_source", true);
  if (v->anonymous) json_key_bool(w, "anonymous", true);
  if (v->headline_only) json_key_bool(w, "headline_only", true);
  if (v->altered) json_key_bool(w, "altered_copy", true);
  json_key_string(w, "dropped", v->dropped);
  json_key_string(w, "added", v->added);
  json_key(w, "mentions");
  json_open_array(w);
  for (size_t i = 0; i < v->count; i++) mention_object(s, &v->mentions[i]);
  json_close_array(w);
  if (v->denial_count > 0) {
    json_key(w, "denials");
    json_open_array(w);
    for (size_t i = 0; i < v->denial_count; i++) mention_object(s, &v->denials[i]);
    json_close_array(w);
  }
  json_close_object(w);
}

static bool is_side(const isnad_claims *claims, const isnad_contrast *contrast, const isnad_claim *c) {
  for (size_t k = 0; k < contrast->count; k++)
    if (&claims->items[contrast->sides[k].claim] == c) return true;
  return false;
}

/* Which of the story's contrasts one of its versions is a side of, counted from 0, and what it is: those are listed by the report. */
static void contrast_of(json_writer *w, const isnad_claims *claims, const isnad_claim *c) {
  for (size_t i = 0; i < claims->contrast_count; i++) {
    if (!is_side(claims, &claims->contrasts[i], c)) continue;
    json_key_u64(w, "contrast", i);
    json_key_text(w, "contrast_kind",
                  c->kind == ISNAD_CLAIM_STATEMENT ? "speakers"
                  : claims->contrasts[i].grows     ? "grows"
                  : claims->contrasts[i].speakers  ? "two_speakers"
                                                   : "differ");
    return;
  }
}

static void neighbours(json_writer *w, const isnad_claims *claims, const isnad_claim *c) {
  if (c->part_count > 0) {
    json_key_text(w, "sum", c->sum == 1 ? "agrees" : "differs");
    json_key(w, "parts");
    json_open_array(w);
    for (size_t i = 0; i < c->part_count; i++) json_text(w, claims->items[c->parts[i]].id);
    json_close_array(w);
  }
  if (c->denied_by != SIZE_MAX) json_key_text(w, "denied_by", claims->items[c->denied_by].id);
  if (c->beside_count == 0) return;
  json_key(w, "beside");
  json_open_array(w);
  for (size_t i = 0; i < c->beside_count; i++) {
    json_open_object(w);
    json_key_text(w, "claim", claims->items[c->beside[i].claim].id);
    json_key_text(w, "why", isnad_claim_beside_name(c->beside[i].why));
    json_close_object(w);
  }
  json_close_array(w);
}

void claim_object(sheet *s, const isnad_claims *claims, const isnad_claim *c) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_text(w, "id", c->id);
  json_key_text(w, "kind", isnad_claim_kind_name(c->kind));
  json_key_text(w, "verdict", isnad_verdict_name(c->verdict));
  json_key_string(w, "title", claim_placed_title(s, c));
  json_key_string(w, "measure", c->measure);
  json_key_string(w, "thing", c->thing);
  json_key_string(w, "state", c->state);
  json_key_string(w, "scope", c->scope);
  json_key_string(w, "place", c->place);
  json_key_string(w, "what", c->what);
  json_key_string(w, "claimant", c->claimant);
  json_key_u64(w, "first", c->first);
  json_key_u64(w, "reports", c->reports);
  origins_array(w, &c->origins);
  json_key(w, "versions");
  json_open_array(w);
  for (size_t v = 0; v < c->count; v++) version_object(s, c, &c->versions[v]);
  json_close_array(w);
  contrast_of(w, claims, c);
  neighbours(w, claims, c);
  json_close_object(w);
}
