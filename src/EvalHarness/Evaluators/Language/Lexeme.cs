namespace EvalHarness.Evaluators.Language;

/// <summary>What is known of a word whatever text it stands in.</summary>
/// <param name="Stem">Porter's stem of the lower-case word; of a number its value (<c>1000</c>), of an ordinal its figure (<c>3rd</c>).</param>
/// <param name="IsFunction">Articles, pronouns, auxiliaries and the like: they carry no content.</param>
/// <param name="IsNegator"><c>not</c>, <c>cannot</c>, <c>without</c>.</param>
/// <param name="Number">The value of a numeral or a number word.</param>
/// <param name="MayBeginQuantity">Whether it is worth asking if a quantity begins here: numbers, months, <c>half</c>, <c>a</c>, <c>noon</c>.</param>
public sealed record Lexeme(string Stem, bool IsFunction, bool IsNegator, double? Number, bool MayBeginQuantity);
