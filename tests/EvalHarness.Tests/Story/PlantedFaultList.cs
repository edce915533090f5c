namespace EvalHarness.Tests.Story;

/// <summary>The faults of datasets/helpdesk/faults/README.md, in its order.</summary>
internal static class PlantedFaultList
{
    public static IReadOnlyList<PlantedFault> All { get; } =
    [
        new(
            "a checkpoint trained on corrupted labels",
            "gate",
            1,
            ["REJECT", "worse than the policy allows: token-f1", "worse by more than the margin"],
            f => f.GateAsync("checkpoints", "checkpoints", "corrupted"),
            "the same examples in another order",
            f => f.GateAsync("checkpoints", "checkpoints", "reordered")),
        new(
            "a stale index",
            "nightly",
            1,
            ["ALARM: stale-answer: worse than the champion", "Changed in night 2: ", "candidate/corpus"],
            f => f.SecondNightAsync("freshness", "stale", "pipelines.production.retrieval.corpus=../corpus/2026-03"),
            "the index cut anew, with another overlap",
            f => f.SecondNightAsync("freshness", "rebuilt", "pipelines.production.retrieval.chunk.overlap=48")),
        new(
            "a broken re-ranker",
            "gate",
            1,
            ["REJECT", "retrieval-recall@5", "worse by more than the margin"],
            f => f.GateAsync("reranker", "retrieval", "broken-reranker", "--limit", "120"),
            "the same re-ranker under another name",
            f => f.GateAsync("reranker", "retrieval", "renamed-reranker", "--limit", "120")),
        new(
            "a truncated prompt",
            "gate",
            1,
            ["REJECT", "format-fields", "worse by more than the margin"],
            f => f.GateAsync("retrieval", "retrieval", "truncated-prompt", "--limit", "120"),
            "the prompt in other words",
            f => f.GateAsync("retrieval", "retrieval", "reworded-prompt", "--limit", "120")),
        new(
            "a leaked training row",
            "lint-training",
            1,
            ["1 leaks; leak-exact, gold account-001"],
            f => f.LintAsync("train.leaked.jsonl"),
            "a row whose question is not in the gold data",
            f => f.LintAsync("train.grown.jsonl")),
        new(
            "a price that doubled",
            "gate",
            1,
            ["REJECT: worse than the policy allows: cost-usd;", "above the ceiling"],
            f => f.GateAsync("checkpoints", "prices", "reordered", "--limit", "120", "--pipelines", "tuned,reordered", "--set", "prices=prices.doubled.yaml"),
            "a later price table with the same prices",
            f => f.GateAsync("checkpoints", "prices", "reordered", "--limit", "120", "--pipelines", "tuned,reordered", "--set", "prices=prices.checked.yaml")),
        new(
            "an endpoint that is down",
            "nightly",
            3,
            ["INVALID: Outage: ", "'production'"],
            f => f.ServedNightAsync("outage", s => s.IsDown = true),
            "a night on which it answers",
            f => f.ServedNightAsync("no-outage", _ => { })),
        new(
            "a judge that drifts",
            "nightly",
            3,
            ["INVALID: judge 'strict' drifted: its kappa with the labels of 40 anchors", "the floor is 0.60"],
            f => f.ServedNightAsync("drift", s => s.IsLenient = true),
            "a night on which it judges as before",
            f => f.ServedNightAsync("no-drift", _ => { })),
    ];
}
