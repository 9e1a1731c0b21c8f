#include "store/mentions.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"
#include "store/put.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

/* Of the byte that begins a mention. */
enum { TYPE = 0x0F, NOMINAL = 0x10, WITH_ROLE = 0x20 };

/* --- packing --- */

typedef struct packing {
  isnad_slice page_text;
  buf texts, rows;
  map places; /* hash of a text: its number + 1 */
  uint64_t text_count;
  bool failed;
} packing;

static void put_number(buf *b, uint64_t n) {
  for (; n >= 0x80; n >>= 7) buf_add_char(b, (char)(0x80 | (n & 0x7F)));
  buf_add_char(b, (char)n);
}

/* The number of a text that has this key, which is written when it is new. */
static void put_text(packing *p, uint64_t key, isnad_slice text) {
  uint64_t *place = map_put(&p->places, key);
  p->failed = p->failed || place == NULL;
  if (place == NULL) return;
  if (*place == 0) {
    put_number(&p->texts, text.length);
    buf_add_slice(&p->texts, text);
    *place = ++p->text_count;
  }
  put_number(&p->rows, *place - 1);
}

static void put_rule(packing *p, isnad_rule rule) {
  char room[STORE_RULE_ROOM];
  isnad_slice text = store_rule_text(room, rule);
  put_text(p, hash64(text), text);
}

static void put_words(packing *p, isnad_span span) {
  isnad_slice words = isnad_slice_at(p->page_text, span);
  put_text(p, hash64(words), words);
}

static void put_mention(packing *p, const isnad_name_note *name) {
  bool has_role = name->role.begin < name->role.end;
  buf_add_char(&p->rows, (char)((unsigned)name->type | (name->form == ISNAD_FORM_NOMINAL ? NOMINAL : 0u) | (has_role ? WITH_ROLE : 0u)));
  put_number(&p->rows, name->bare.begin);
  put_number(&p->rows, name->bare.end - name->bare.begin);
  put_text(p, hash64(name->entity), name->entity);
  put_text(p, hash64(name->canonical), name->canonical);
  put_rule(p, name->rule);
  if (name->form == ISNAD_FORM_NAME) put_words(p, name->bare);
  if (!has_role) return;
  put_number(&p->rows, name->role.begin);
  put_number(&p->rows, name->role.end - name->role.begin);
  put_words(p, name->role);
}

isnad_status mentions_pack(isnad_slice *out, isnad_arena *arena, isnad_slice page_text, const isnad_article *article, isnad_err *err) {
  enum { TEXT_BYTES = 24, ROW_BYTES = 12, HEAD = 32 };
  size_t count = article->name_count;
  packing p = {.page_text = page_text, .texts = buf_new(arena, count * TEXT_BYTES + HEAD), .rows = buf_new(arena, count * ROW_BYTES + HEAD)};
  if (!map_new(&p.places, arena, count + HEAD)) return isnad_arena_fail(err, arena, "store");
  for (size_t i = 0; i < count; i++) put_mention(&p, &article->names[i]);
  buf whole = buf_new(arena, p.texts.length + p.rows.length + HEAD);
  put_number(&whole, p.text_count);
  buf_add_slice(&whole, buf_slice(&p.texts));
  put_number(&whole, count);
  buf_add_slice(&whole, buf_slice(&p.rows));
  *out = buf_slice(&whole);
  if (p.failed) return isnad_arena_fail(err, arena, "store");
  isnad_status status = buf_status(&p.texts, "store", err);
  if (status == ISNAD_OK) status = buf_status(&p.rows, "store", err);
  return status == ISNAD_OK ? buf_status(&whole, "store", err) : status;
}

/* --- reading --- */

static isnad_status damaged(isnad_err *err) { return isnad_err_set(err, ISNAD_STORE, "store", nowhere, "the names of an article are damaged"); }

static bool get_number(uint64_t *out, mentions *m) {
  *out = 0;
  for (unsigned shift = 0; shift < 63 && m->at < m->end; shift += 7) {
    unsigned char byte = *m->at++;
    *out |= (uint64_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

static bool get_text(isnad_slice *out, mentions *m) {
  uint64_t number = 0;
  if (!get_number(&number, m) || number >= m->text_count) return false;
  *out = m->texts[number];
  return true;
}

static bool get_span(isnad_span *out, mentions *m) {
  uint64_t begin = 0, length = 0;
  if (!get_number(&begin, m) || !get_number(&length, m) || begin > UINT32_MAX || length > UINT32_MAX - begin) return false;
  *out = (isnad_span){(uint32_t)begin, (uint32_t)(begin + length)};
  return true;
}

static bool get_texts(mentions *m) {
  for (size_t i = 0; i < m->text_count; i++) {
    uint64_t length = 0;
    if (!get_number(&length, m) || length > (uint64_t)(m->end - m->at)) return false;
    m->texts[i] = (isnad_slice){(const char *)m->at, (size_t)length};
    m->at += length;
  }
  return true;
}

isnad_status mentions_open(mentions *out, isnad_arena *arena, isnad_slice packed, isnad_err *err) {
  uint64_t count = 0;
  *out = (mentions){.at = (const unsigned char *)packed.bytes};
  if (packed.length == 0) return ISNAD_OK;
  out->end = out->at + packed.length;
  if (!get_number(&count, out) || count > packed.length) return damaged(err); /* a text takes a byte at least */
  out->text_count = (size_t)count;
  out->texts = isnad_arena_array(arena, out->text_count + 1, sizeof *out->texts);
  if (out->texts == NULL) return isnad_arena_fail(err, arena, "store");
  if (!get_texts(out) || !get_number(&count, out) || count > packed.length) return damaged(err);
  out->count = (size_t)count;
  return ISNAD_OK;
}

isnad_status mentions_next(store_mention *out, mentions *from, isnad_err *err) {
  if (from->place == from->count) return ISNAD_END;
  *out = (store_mention){.role = {0, 0}};
  if (from->at == from->end) return damaged(err);
  unsigned char head = *from->at++;
  out->type = (isnad_name_type)(head & TYPE);
  out->form = (head & NOMINAL) != 0 ? ISNAD_FORM_NOMINAL : ISNAD_FORM_NAME;
  bool good = get_span(&out->span, from) && get_text(&out->entity, from) && get_text(&out->canonical, from) && get_text(&out->rule, from);
  if (good && out->form == ISNAD_FORM_NAME) good = get_text(&out->words, from);
  if (good && (head & WITH_ROLE) != 0) good = get_span(&out->role, from) && get_text(&out->role_words, from);
  if (!good) return damaged(err);
  from->place++;
  return ISNAD_OK;
}
