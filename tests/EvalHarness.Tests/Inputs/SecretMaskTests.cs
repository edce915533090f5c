using System.Net;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Inputs;

public class SecretMaskTests
{
    private const string Secret = "p+q/r=s&t<u";

    [Test]
    public void A_secret_is_hidden_however_it_is_written()
    {
        string[] written = [Secret, JsonSerializer.Serialize(Secret), "p+q\\/r=s&t<u", "p\\u002bq/r\\u003ds\\u0026t\\u003cu", "p&#43;q&#x2F;r=s&amp;t&lt;u", Uri.EscapeDataString(Secret), WebUtility.HtmlEncode(Secret)];

        Assert.That(written.Select(new SecretMask([Secret]).Apply), Has.All.Matches("^\"?\\*{3}\"?$"));
    }

    [Test]
    public void What_is_too_short_to_hide_anything_is_left_alone()
    {
        Assert.That(new SecretMask(["key"]).Apply("the key"), Is.EqualTo("the key"));
    }

    [Test]
    public void A_secret_that_holds_another_is_hidden_whole()
    {
        Assert.That(new SecretMask(["abcd", "abcd-efgh"]).Apply("it was abcd-efgh"), Is.EqualTo("it was ***"));
    }
}
