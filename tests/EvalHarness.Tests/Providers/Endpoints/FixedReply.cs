using System.ClientModel.Primitives;

namespace EvalHarness.Tests.Providers.Endpoints;

/// <summary>A reply as the OpenAI SDK holds it, of which the status alone matters.</summary>
internal sealed class FixedReply(int status) : PipelineResponse
{
    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; }

    public override BinaryData Content => BinaryData.Empty;

    protected override PipelineResponseHeaders HeadersCore => throw new NotSupportedException();

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

    public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Content);

    public override void Dispose()
    {
    }
}
