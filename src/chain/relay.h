/* What the words of a citation tell beside its name: that a medium had it from another one, or that it was only spoken to. */
#ifndef ISNAD_CHAIN_RELAY_H
#define ISNAD_CHAIN_RELAY_H

#include "chain/chain.h"

/* Whether the medium cited at `first` has it from the one at `second`, as the words between them say: "the channel said, citing the agency". False
 * where they do not stand together. Returns ISNAD_OK, ISNAD_STORE, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status chain_is_relay(bool *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_span first, isnad_span second, isnad_err *err);

/* Whether a medium without a name was only spoken to, as the citation's words say: "told the press". The same statuses. */
isnad_status chain_is_addressed(bool *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_span cited, isnad_err *err);

/* Marks the media of the articles in hand that carry another's news, those whose news another carries, and those that were only spoken to. */
isnad_status chain_read_relays(chain_input *in, isnad_arena *arena, isnad_store *store, isnad_err *err);

/* Finds where reports that share most of a text say that it was told to their outlet ("told X"), beside their citations. */
isnad_status chain_read_told(chain_input *in, isnad_arena *arena, isnad_store *store, isnad_err *err);

#endif
