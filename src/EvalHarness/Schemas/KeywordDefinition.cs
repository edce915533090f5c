namespace EvalHarness.Schemas;

/// <summary>What the compiler must know of a keyword.</summary>
/// <param name="Holds">Where its value holds schemas.</param>
/// <param name="Compile">Makes the check; absent for a keyword that only identifies, or that another keyword reads.</param>
internal sealed record KeywordDefinition(string Name, Vocabulary Vocabulary, SubschemaShape Holds, Func<KeywordSource, IKeyword?>? Compile = null);
