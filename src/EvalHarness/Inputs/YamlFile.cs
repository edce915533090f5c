using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace EvalHarness.Inputs;

/// <summary>Reads YAML as the JSON that it stands for (YAML 1.2, core schema), and remembers where everything stood.</summary>
/// <remarks>Refused: anchors and aliases, tags, duplicate keys, keys that are not text, several documents, more than 64 levels.</remarks>
public static class YamlFile
{
    /// <exception cref="InputException">The file is missing, or is no YAML of that kind.</exception>
    public static InputDocument Read(string file) => Parse(file, InputText.Read(file));

    /// <param name="file">What messages call it.</param>
    /// <param name="linesBefore">Lines of the file above the text.</param>
    /// <exception cref="InputException">The text is no YAML of that kind.</exception>
    public static InputDocument Parse(string file, string text, int linesBefore = 0)
    {
        SourceMap source = new(file);
        return new InputDocument(ParseRoot(text, source, linesBefore), source);
    }

    /// <summary>A value as it would be written in a file: <c>5</c>, <c>"5"</c>, <c>[a, b]</c>.</summary>
    /// <exception cref="InputException">The text is no YAML.</exception>
    public static JsonNode? ParseValue(string where, string text)
    {
        try
        {
            return new YamlReader(text, new SourceMap(where), linesBefore: 0).ReadDocument();
        }
        catch (YamlException exception)
        {
            throw new InputException(new InputProblem(where, $"'{text}' is not a YAML value ({exception.Message})", "Put quotes around it."));
        }
    }

    private static JsonNode? ParseRoot(string text, SourceMap source, int linesBefore)
    {
        try
        {
            return new YamlReader(text, source, linesBefore).ReadDocument();
        }
        catch (YamlException exception)
        {
            var mark = new SourceMark(exception.Start.Line + linesBefore, exception.Start.Column);
            throw new InputException(new InputProblem(mark.In(source.File), $"not YAML ({exception.Message.TrimEnd('.')})", "Mend the lines around it: often the indentation, a colon, a bracket or a quote."));
        }
    }
}
