using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EvalHarness.Inputs;

/// <summary>YamlDotNet's parser, which for some unclosed brackets (<c>a: [1</c>, then a line further left) throws as if it were misused: here that is a mistake in the text like any other.</summary>
internal sealed class YamlEvents(string text) : IParser
{
    private readonly Parser parser = new(new StringReader(text));

    public ParsingEvent? Current => parser.Current;

    /// <exception cref="YamlException">The text does not parse.</exception>
    public bool MoveNext()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException exception)
        {
            var last = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(last, last, "Found a bracket or brace that is not closed.", exception);
        }
    }
}
