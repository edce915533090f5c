using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace EvalHarness.Embedded.Text;

/// <summary>Writes small numbers in digits, so that "five seats" finds "5 seats".</summary>
internal sealed class NumberWordFilter : TokenFilter
{
    private static readonly string[] Words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly ICharTermAttribute term;

    public NumberWordFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;

        // "one" is a pronoun more often than a number.
        var number = Array.FindIndex(Words, word => term.Buffer.AsSpan(0, term.Length).SequenceEqual(word));
        if (number is 0 or > 1)
            term.SetEmpty().Append(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }
}
