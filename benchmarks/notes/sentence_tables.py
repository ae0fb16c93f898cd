"""Wordings of `assumed` and `unknown` sentences, and the facts that they settle or leave open."""

from __future__ import annotations

from typing import Literal

Scope = Literal[
    "publisher", "release", "service", "model", "dataset", "step", "accepted", "permission", "market", "caller",
]  # fmt: skip

ASSUMED: tuple[tuple[str, Scope, str, object], ...] = (
    (r"(notices?|licen[cs]e (copy|text|file)s?|attribution|copyright notice)s? (are |is )?(kept|shipped|"
     r"included|shown|present|added)",
     "release", "notices_kept", "yes"),
    (r"no (notices?|licen[cs]e (copy|text|file)|badge)|(notices?|licen[cs]e copy|badge) (are |is )?(missing|"
     r"absent|not shipped|left out)",
     "release", "notices_kept", "no"),
    (r"task[- ]specific model|narrow (task )?model|a single task", "release", "function", "task-model"),
    (r"general[- ]purpose (model|assistant|llm)|a general assistant", "release", "function", "general-purpose"),
    (r"(own|authors?|its|his|her|their) (own )?(api )?(account|key)|generated on .* own account|own api key",
     "caller", "own_account", "yes"),
    (r"accepted (the |those |these )?(agreement|terms|licen[cs]e)|(agreement|terms|licen[cs]e) (was|were|"
     r"is) (accepted|signed)",
     "accepted", "*", "yes"),
    (r"(has|have|holds?|with) no [\w ]*account|no (own )?account|(did|has|"
     r"have) not accept(ed)?", "accepted", "*", "no"),
    (r"(written )?(permission|consent|licen[cs]e|agreement) (was |is |has been )?(obtained|granted|held|"
     r"given)|holds? (a )?(written )?permission|"
     r"separate (agreement|licen[cs]e) (held|signed|exists)", "permission", "*", "yes"),
    (r"no (special |separate |written )?(permission|agreement|licen[cs]e) (was |is )?(held|obtained|asked|"
     r"granted)|nobody asked",
     "permission", "*", "no"),
    (r"(did|do|does) not call the (api|service)|itself (made|makes) no calls|helper (held|holds|held) the account|"
     r"account (was|is) held by (a |some)?(helper|third|somebody)", "caller", "own_account", "no"),
    (r"text[- ]only", "model", "modality", "text"),
    (r"consent (of .* )?(exists|was given|is held|obtained)", "release", "voice_consent", "yes"),
    (r"(used|sold|works?) (for|in|under|to) (a )?(dod|department of defen[cs]e|"
     r"defen[cs]e contract)", "release", "dod_contract_use", "yes"),
    (r"(used|sold|works?) (for|in|under|to|by) (a |the )?(us )?federal", "release", "federal_use", "yes"),
    (r"no systemic risk|not high[- ]risk", "release", "high_risk_use", "no"),
    (r"research (only|alone)|purely (for )?research|no use beyond research", "release", "research_only", "yes"),
    (r"no monetisation|not monetised|no monetization|free of charge", "release", "monetised", "no"),
    (r"(?<!not )(?<!no )\bmoneti[sz]ed|sold to (users|customers)|paid (product|tier|support|app)|subscription",
     "release", "monetised", "yes"),
    (r"(source list|sources?) (is |are )?(published|named|listed|credited)", "release", "sources_named", "yes"),
    (r"(source list|sources?) (is |are )?not (published|named|listed|credited)|no source list",
     "release", "sources_unnamed", "yes"),
    (r"(?<!no )training summary (is |was )?published", "release", "training_summary", "yes"),
    (r"no (public )?training summary", "release", "training_summary", "no"),
    (r"(?<!no )copyright policy (is |was )?(published|in place|exists)", "release", "copyright_policy", "yes"),
    (r"no copyright policy", "release", "copyright_policy", "no"),
    (r"(run|offered|hosted) as a (hosted |public )?service", "release", "service_offered", "yes"),
    (r"(stated|labelled|marked|presented) (to be|as) (machine|ai|model)[- ](made|written|generated)",
     "release", "authorship_statement", "machine-made"),
    (r"(presented|passed off|labelled|described) as (human|people|"
     r"hand)", "release", "authorship_statement", "human-made"),
    (r"personal (data|details) (was |were |is |are )?(removed|redacted|masked|screened)",
     "dataset", "personal_data_handled", "yes"),
    (r"(nc|non-commercial) (rows|parts|sets?) (were |are )?(dropped|removed|"
     r"left out)", "dataset", "includes_nc", "no"),
    (r"(nc|non-commercial) (rows|parts|sets?) (were |are )?(used|kept|included)", "dataset", "includes_nc", "yes"),
    (r"\bvpn\b|hid .*location|location (was )?(hidden|masked)", "step", "location_masked", "yes"),
    (r"not (offered|available|supported|sold) in|unsupported (region|country)", "step", "region_supported", "no"),
    (r"false name|fake (account|identit)", "step", "false_identity", "yes"),
    (r"(leaked|stolen) (key|account|credential)", "step", "credentials_unauthorised", "yes"),
    (r"after (a |the )?ban\b|banned account", "step", "ban_evaded", "yes"),
    (r"rate limits? (were |was )?(evaded|bypassed)|many accounts", "step", "limits_evaded", "yes"),
    (r"jailbreak|safeguards? (were |was )?bypassed", "step", "safeguards_bypassed", "yes"),
    (r"by hand|manually (copied|pasted)|pasted by", "step", "automated", "no"),
    (r"\bscrip?ted\b|by a (script|program)|programmatic", "step", "automated", "yes"),
)  # fmt: skip
"""What a sentence that is taken as given settles."""

UNKNOWN: tuple[tuple[str, Scope, str], ...] = (
    (r"(?<!terms )\bplan\b(?! of)|individual or business|consumer or (commercial|api|business)",
     "service", "plan"),
    (r"channel|azure|under which (contract|agreement)|contract under which|route\b|which provider",
     "service", "route"),
    (r"account holder|who held the account|whose account|who (made|performed) the calls|who called|who generated",
     "step", "account_holder"),
    (r"purpose at generation|(made|generated) (for|to) train|"
     r"for training purposes", "step", "purpose training_purpose"),
    (r"notice|badge|licen[cs]e (copy|file|text) |licen[cs]e shipped|attribution", "release", "notices_kept"),
    (r"purpose of the .*model|(size|use|purpose) (and|or) (use|size|purpose) of|"
     r"what the model is for", "release", "function"),
    (r"base edge|output edge|which (of the two )?edge|weights or outputs|outputs or weights|initiali[sz]ed from",
     "step", "role"),
    (r"training data of|data (cards|lineage)|teachers? used|ancestry|lineage of|what trained|data undisclosed|"
     r"undocumented",
     "dataset", "documented"),
    (r"separate (agreement|licen[cs]e)|special (permission|agreement)|any (agreement|consent|permission)|"
     r"gave any .*consent|"
     r"was asked|had wider permission", "permission", "*"),
    (r"accepted|holds? (an? )?.*account|own accounts?", "accepted", "*"),
    (r"(wording|text|terms|licen[cs]e) after (the |its )?change|version accepted", "dataset", "licence_changed"),
    (r"training compute", "release", "training_flop"),
    (r"start(ing)? (checkpoint|weights)|base model if any|base (model )?(not|un)(known|stated)", "model", "start"),
)  # fmt: skip
"""What a sentence that names something unknown leaves open; it wins over what is assumed."""
