namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Values that are marked for redaction, in every place a mark can stand.</summary>
internal sealed partial class ClassifiedCalls
{
    [PrivateData] public string Owner { get; } = "owner";

    [Redact] public string? Nothing { get; private set; }

    [ErrorContext, TracePerformance]
    [Tag("member", "{customer.Mail}"), Tag("behind", "{customer.Mail.Length}"), Tag("positional", "{customer.Phone}"), Tag("field", "{customer.Street}"), Tag("type", "{customer.Card}")]
    [Tag("own", "{this.Owner}"), Tag("null", "{this.Nothing}"), Tag("result", "{result}"), Tag("open", "{customer.City}")]
    [return: PrivateData]
    public partial string Look(Customer customer, [Tag, PrivateData] int age, [Tag, Redact] string? password, Func<string> body);

    private string LookCore(Customer customer, int age, string? password, Func<string> body)
    {
        Nothing = null;
        return body();
    }

    internal sealed record Customer(string Mail, [Redact] string Phone, CardNumber Card, string City)
    {
        [PrivateData] public string Street = "street";

        [PrivateData] public string Mail { get; } = Mail;
    }

    [PrivateData]
    internal sealed record CardNumber(string Digits)
    {
        public override string ToString() => Digits;
    }
}
