using EvalHarness.Embedded.Reading;

namespace EvalHarness.Embedded.Learning;

/// <summary>A training example as the reader remembers it.</summary>
internal sealed record LearnedAnswer(string Question, string Answer, string Category, IReadOnlyList<ReplyCitation> Citations);
