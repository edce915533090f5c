namespace EvalHarness.Drafting;

/// <summary>The replies that are asked for.</summary>
internal static class ReplyForms
{
    private const string Text = """{ "type": "string" }""";
    private const string Texts = """{ "type": "array", "items": { "type": "string" } }""";

    private const string Quotes =
        """
        { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["passage", "quote"],
          "properties": { "passage": { "type": "string" }, "quote": { "type": "string" } } } }
        """;

    public static ReplyForm<ProbeReply> Probe { get; } = new(
        Object(("known", """{ "type": "boolean" }"""), ("answer", Text)),
        reply => reply.Known && string.IsNullOrWhiteSpace(reply.Answer) ? "\"known\" is true and \"answer\" is empty" : null);

    public static ReplyForm<AgreementReply> Agreement { get; } = new(Object(("reason", Text), ("same", """{ "type": "boolean" }""")), _ => null);

    private static readonly ReplyForm<DraftReply> Answered = Draft(("answer", Text), ("other_wordings", Texts));
    private static readonly ReplyForm<DraftReply> Unanswerable = Draft();
    private static readonly ReplyForm<DraftReply> Changed = Draft(("answer", Text), ("other_wordings", Texts), ("superseded_answer", Text), ("earlier_quote", Text));

    public static ReplyForm<DraftReply> Of(DraftKind kind) => kind switch
    {
        DraftKind.Unanswerable => Unanswerable,
        DraftKind.ChangedFact => Changed,
        _ => Answered,
    };

    private static ReplyForm<DraftReply> Draft(params (string Name, string Schema)[] fields) =>
        new(Object([("question", Text), .. fields, ("quotes", Quotes)]), reply => reply.Problem());

    private static string Object(params (string Name, string Schema)[] fields) =>
        $$"""
        {
          "type": "object",
          "additionalProperties": false,
          "required": [{{string.Join(", ", fields.Select(f => $"\"{f.Name}\""))}}],
          "properties": {
            {{string.Join(",\n    ", fields.Select(f => $"\"{f.Name}\": {f.Schema}"))}}
          }
        }
        """;
}
