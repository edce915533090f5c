using EvalHarness.Datasets;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Records;

/// <summary>One field of a record, read like a sentence: <c>hours Monday 9:0-17:0</c>.</summary>
/// <param name="Key">The words of the field's name and of the object it stands in.</param>
/// <param name="Value">The words of its value; none for yes and no.</param>
/// <param name="IsDenied">The value is no: <c>false</c>, <c>no</c>, <c>none</c>.</param>
/// <param name="Span">From the field's name to the end of its value.</param>
/// <param name="Object">The number of the object that it is a field of, from 1.</param>
internal sealed record RecordField(IReadOnlyList<Word> Key, List<Word> Value, bool IsDenied, TextSpan Span, int Object);
