using EvalHarness.Embedded.Reading;

namespace EvalHarness.Embedded.Learning;

/// <summary>A training example as the reader remembers it.</summary>
/// <param name="IsAbstention">The answer says that there is none.</param>
internal sealed record LearnedAnswer(string Question, string Answer, string Category, bool IsAbstention, IReadOnlyList<ReplyCitation> Citations);
