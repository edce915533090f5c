namespace EvalHarness.Experiments.Remedies;

/// <summary>One change of a pipeline, and the faults that it would repair.</summary>
/// <param name="Name">Kebab-case: <c>oracle-passages</c>.</param>
/// <param name="Meaning">What is changed, for people who do not know the setting.</param>
/// <param name="Change">What it makes of a pipeline; absent when the rule does not speak of such pipelines.</param>
public sealed record RemedyRule(string Name, string Meaning, IReadOnlyList<Fault> Faults, Func<RemedySubject, RemedyChange?> Change);
