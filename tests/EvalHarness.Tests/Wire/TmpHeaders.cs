using EvalHarness.Stub;
namespace EvalHarness.Tests.Wire;
public class TmpHeaders
{
    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task Show(object settings)
    {
        await using var stub = await StubServer.StartAsync();
        await WirePipeline.AskAsync(stub, (WireSettings)settings);
        await File.AppendAllTextAsync("/tmp/headers.txt", $"{settings}\n   {string.Join("; ", stub.Received[0].Headers)}\n   {stub.Received[0].Body}\n");
    }
}
