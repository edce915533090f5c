using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData.Personal;

public class PersonalDataTests
{
    // IBANs: the registry's own examples (ISO 13616). Cards and identity numbers are invented.
    [TestCase("Write to jan.jansen@garage.nl today", "pii-email", "j…@garage.nl")]
    [TestCase("Call +31 6 1234 5678 today", "pii-phone", "…78 (11 digits)")]
    [TestCase("Call (212) 867-5309.", "pii-phone", "…09 (10 digits)")]
    [TestCase("Call 030 123 45678.", "pii-phone", "…78 (11 digits)")]
    [TestCase("Pay to DE89 3704 0044 0532 0130 00 today", "pii-iban", "DE…00 (22 characters)")]
    [TestCase("Pay to GB29NWBK60161331926819.", "pii-iban", "GB…19 (22 characters)")]
    [TestCase("Card 4539 1488 0343 6467 declined", "pii-card", "4…67 (16 digits)")]
    [TestCase("SSN 123-45-6789", "pii-national-id", "social security number …89")]
    [TestCase("DNI 12345678Z", "pii-national-id", "DNI …8Z")]
    [TestCase("NIR 2 55 08 14 168 025 38", "pii-national-id", "NIR …38")]
    public async Task Personal_data_are_found_and_shown_masked(string text, string rule, string masked)
    {
        using var lint = new LintCase();

        var result = await lint.Example(text, "Thank you.").RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Found)), Is.EqualTo(new[] { (rule, masked) }));
    }

    [TestCase("support@garage.nl, noreply@garage.nl")]
    [TestCase("jan@example.com, jan@fernway.example, jan@mail.example.org, jan@localhost")]
    [TestCase("Order 20240511123 of 05/11/2024, 05 11 2024, 2024-11-05 10:00, 10.0.0.1")]
    [TestCase("Call (212) 555-0123 or 07700 900123.")]
    [TestCase("DE88 3704 0044 0532 0130 00 has wrong check digits; DE89 is a road")]
    [TestCase("Test with 4242 4242 4242 4242 or 4111-1111-1111-1111; 4539 1488 0343 6468 is no card")]
    [TestCase("Part 000-12-3456, 666-12-3456, 912-34-5678; 12345678A is no DNI")]
    [TestCase("The price is 1,234,567.89 euros for 3 500 pieces, from 9:00-17:00")]
    public async Task What_only_looks_like_personal_data_is_left_alone(string text)
    {
        using var lint = new LintCase();

        var result = await lint.Example(text, "Thank you.").RunAsync();

        Assert.That(result.Findings.Select(f => (f.Rule, f.Found)), Is.Empty);
    }

    [Test]
    public async Task A_number_that_may_be_abused_is_an_error_and_an_address_a_warning()
    {
        using var lint = new LintCase();

        var result = await lint.Example("4539148803436467", "jan@garage.nl").RunAsync();

        Assert.That((result.Of(LintRules.PersonalCard).Errors, result.Of(LintRules.PersonalEmail).Warnings, result.Leaks), Is.EqualTo((1, 1, 0)));
    }

    [TestCase("+1111111111111111111111 ")]
    [TestCase("1 1-")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.a@a ")]
    [TestCase("DE89 0 ")]
    public async Task A_text_made_to_be_slow_is_read_all_the_same(string part)
    {
        using var lint = new LintCase();

        var result = await lint.Example(string.Concat(Enumerable.Repeat(part, 1_500_000 / part.Length)), "Thank you.").RunAsync();

        Assert.That(result.Errors, Is.Zero);
    }
}
