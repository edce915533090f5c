using System.ClientModel.Primitives;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Providers.Models;

/// <summary>Looks at a whole reply before the OpenAI SDK does, which says of a body without choices no more than that an index is out of range.</summary>
internal sealed class ReplyBodyPolicy(Excerpt excerpt) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        Check(message);
    }

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex);
        Check(message);
    }

    private void Check(PipelineMessage message)
    {
        // A failure's body is its exception's.
        if (message.Response is not { IsError: false } response)
            return;
        // A stream is read piece by piece.
        if (!message.BufferResponse)
            StreamedType.Check(response.Headers.TryGetValue("Content-Type", out var type) ? type : null);
        else if (!HasChoice(response))
            throw new UnusableReplyException($"the reply holds no choice: {Start(response)}");
    }

    private bool HasChoice(PipelineResponse response)
    {
        try
        {
            using var body = JsonDocument.Parse(response.Content);
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("choices", out var choices)
                && choices.ValueKind == JsonValueKind.Array
                && choices.GetArrayLength() > 0;
        }
        catch (JsonException exception)
        {
            response.Headers.TryGetValue("Content-Type", out var type);
            var reason = $"the reply is not whole JSON ({type ?? "no content type"}): {Start(response)}";
            throw new EndpointException(reason, IsCutShort(response.Content) ? "truncated" : "unreadable", reason, exception);
        }
    }

    // Good as far as it goes.
    private static bool IsCutShort(BinaryData json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string Start(PipelineResponse response) => excerpt.Start(response.Content.ToString());
}
