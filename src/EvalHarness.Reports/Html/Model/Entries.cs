namespace EvalHarness.Reports.Html.Model;

/// <summary>One metric's sentences of the answer.</summary>
public sealed record AnswerPart(string Label, string Badge, string Text);

/// <param name="Badge">"measured", "scenario", "not meaningful here".</param>
public sealed record BadgeEntry(string Family, string Badge, string Why);

/// <param name="Colour">#rrggbb, the same as in the charts.</param>
public sealed record PipelineEntry(string Name, string Colour, bool IsBaseline);

/// <param name="Better"><c>higher</c> or <c>lower</c>.</param>
public sealed record MetricEntry(string Name, string Label, string Meaning, string Badge, string Unit, string Better);

/// <param name="Name">The place of a figure's name.</param>
/// <param name="Beside">Of the figure that must stand beside it.</param>
/// <param name="Scorer">What is known of the scorer's error, per pipeline; absent where nothing is judged.</param>
public sealed record HeadlineEntry(int Name, int? Beside, IReadOnlyList<string>? Scorer);

/// <summary>What is known of a scorer's error.</summary>
/// <param name="Metrics">What it judges.</param>
public sealed record ScorerEntry(string Metrics, bool IsKnown, IReadOnlyList<string> Lines);

/// <summary>One line of the ledgers, ready to be read.</summary>
public sealed record LedgerLine(string Ledger, string Pipelines, string Item, string Sum, string Spent, string Basis);

/// <summary>Something to know of the run: "dataset", "samples.jsonl".</summary>
public sealed record FactEntry(string Label, string Value);

/// <summary>A chart inside the page.</summary>
/// <param name="Source">A data: URI.</param>
public sealed record ChartImage(string Title, string Alternative, string Source);

/// <summary>What one pipeline made of one structured field, ready to be read.</summary>
public sealed record FieldLine(string Field, string Pipeline, string Precision, string Recall, string MacroF1, string Classes, string Mistakes);
