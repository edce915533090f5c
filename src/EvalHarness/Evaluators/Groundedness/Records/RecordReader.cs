using EvalHarness.Datasets;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Records;

/// <summary>Reads JSON, or what a language prints for it (single quotes, <c>True</c>, <c>None</c>), as a list of fields; broken JSON gives the fields up to where it breaks.</summary>
/// <remarks>A field whose value is unknown (<c>null</c>) is none: it neither says nor denies anything.</remarks>
internal sealed class RecordReader
{
    private const int Deepest = 64;

    private readonly string text;
    private readonly List<RecordField> fields = [];
    private readonly List<IReadOnlyList<Word>> unknown = [];
    private readonly Stack<(IReadOnlyList<Word> Words, int Start)> path = new();
    private readonly Stack<int> objects = new();
    private int objectCount;
    private int at;

    private RecordReader(string text) => this.text = text;

    /// <summary>The text begins like an object or a list of objects.</summary>
    public static bool IsRecord(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start is ['{', ..] && start[1..].TrimStart() is ['"' or '\'', ..]
            || start is ['[', ..] && start[1..].TrimStart() is ['{', ..];
    }

    /// <param name="text">The record with its escapes blanked out, so that places stay: <see cref="Unescape"/>.</param>
    public static List<RecordField> Read(string text) => Read(text, out _);

    /// <param name="text">As above.</param>
    /// <param name="unknown">The names of the fields whose value is unknown.</param>
    public static List<RecordField> Read(string text, out IReadOnlyList<IReadOnlyList<Word>> unknown)
    {
        var reader = new RecordReader(text);
        reader.TryValue();
        unknown = reader.unknown;
        return reader.fields;
    }

    /// <summary>The same text, of the same length, with every escape sequence replaced by what it stands for and blanks.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        return string.Create(text.Length, text, static (plain, source) =>
        {
            source.CopyTo(plain);
            for (var i = 0; i + 1 < plain.Length; i++)
            {
                if (plain[i] == '\\')
                    i = Blank(plain, i);
            }
        });
    }

    private static int Blank(Span<char> plain, int i)
    {
        var length = plain[i + 1] == 'u' && i + 5 < plain.Length ? 6 : 2;
        var letter = length == 6 && ushort.TryParse(plain.Slice(i + 2, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code) ? (char)code : plain[i + 1];
        plain.Slice(i, length).Fill(' ');
        // Quotes and line ends would read as the record's own.
        if (letter is '/' || (length == 6 && char.IsLetterOrDigit(letter)))
            plain[i] = letter;
        else if (length == 2 && letter == 'n')
            plain[i] = '\n';
        return i + length - 1;
    }

    private bool TryValue()
    {
        SkipBlanks();
        if (at >= text.Length || path.Count > Deepest)
            return false;
        return text[at] switch
        {
            '{' => TryMembers('}', hasNames: true),
            '[' => TryMembers(']', hasNames: false),
            '"' or '\'' => TryText(),
            _ => TryLiteral(),
        };
    }

    private bool TryMembers(char close, bool hasNames)
    {
        at++;
        if (hasNames)
            objects.Push(++objectCount);
        for (SkipBlanks(); at < text.Length && text[at] != close; SkipBlanks())
        {
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            if (hasNames && !TryName())
                return false;
            var isRead = TryValue();
            if (hasNames)
                path.Pop();
            if (!isRead)
                return false;
        }

        at++;
        if (hasNames)
            objects.Pop();
        return at <= text.Length;
    }

    private bool TryName()
    {
        if (TryQuoted() is not { } name)
            return false;
        SkipBlanks();
        if (at >= text.Length || text[at] != ':')
            return false;
        at++;
        path.Push((WordReader.Read(text, name.Start, name.End), name.Start));
        return true;
    }

    private bool TryText()
    {
        if (TryQuoted() is not { } value)
            return false;
        var words = WordReader.Read(text, value.Start, value.End);
        Add(words, value, words is [var only] && IsNo(text.AsSpan(only.Start, only.End - only.Start)));
        return true;
    }

    private bool TryLiteral()
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '}' or ']') && !char.IsWhiteSpace(text[at]))
            at++;
        var literal = text.AsSpan(start, at - start);
        if (literal.Equals("null", StringComparison.Ordinal) || literal.Equals("None", StringComparison.Ordinal) || literal.Equals("NaN", StringComparison.Ordinal))
        {
            if (path.Count > 0)
                unknown.Add(path.Peek().Words);
            return true;
        }

        var isFlag = literal.Equals("true", StringComparison.OrdinalIgnoreCase) || literal.Equals("false", StringComparison.OrdinalIgnoreCase);
        Add(isFlag ? [] : WordReader.Read(text, start, at), new TextSpan(start, at), literal.Equals("false", StringComparison.OrdinalIgnoreCase));
        return literal.Length > 0;
    }

    private void Add(List<Word> words, TextSpan value, bool isDenied)
    {
        // The nearest two names: "hours Monday"; farther ones say nothing of this value.
        var names = path.Take(2).Reverse().ToList();
        fields.Add(new RecordField([.. names.SelectMany(n => n.Words)], isDenied ? [] : words, isDenied, new TextSpan(path.Count > 0 ? path.Peek().Start : value.Start, value.End), objects.Count > 0 ? objects.Peek() : 1));
    }

    private static bool IsNo(ReadOnlySpan<char> value) => value.Equals("no", StringComparison.OrdinalIgnoreCase) || value.Equals("none", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text between quotes; an apostrophe inside single quotes ends them only before a comma, colon or bracket.</summary>
    private TextSpan? TryQuoted()
    {
        if (at >= text.Length || text[at] is not ('"' or '\'') || Close(text[at]) is not (> 0 and var close))
            return null;
        var inner = new TextSpan(at + 1, close);
        at = close + 1;
        return inner;
    }

    private int Close(char quote)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == quote && (quote == '"' || i + 1 == text.Length || text[i + 1] is ',' or ':' or '}' or ']'))
                return i;
        }

        return -1;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }
}
