using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Finds what of a reply a check looks at.</summary>
/// <param name="Field">A JSON pointer into the reply; absent for what is said to the asker.</param>
internal sealed record CheckedPart(AnswerReader Reader, string? Field)
{
    /// <summary>As it stands: a field is only there when the whole reply is JSON.</summary>
    /// <returns>Absent when the reply has no such field.</returns>
    public CheckedReply? Strict(Sample sample, Answer answer, Reply reply) => Of(sample, answer, reply, reply.Strict);

    /// <summary>Once a code fence or prose around the JSON is off.</summary>
    /// <returns>Absent when the reply has no such field.</returns>
    public CheckedReply? Lenient(Sample sample, Answer answer, Reply reply) => Of(sample, answer, reply, reply.Lenient);

    private CheckedReply? Of(Sample sample, Answer answer, Reply reply, JsonElement? json)
    {
        if (Field is null)
            return new CheckedReply(reply.Text, answer.Text, reply.Lenient, sample);
        return JsonFields.Find(json, Field) is { } value && JsonFields.Text(value) is var text ? new CheckedReply(text.Trim(), text, reply.Lenient, sample) : null;
    }
}
