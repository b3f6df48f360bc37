namespace LlmAspects.Components.Quality.PersonalData;

/// <summary>What kind of personal or secret data a piece of text is.</summary>
public enum PersonalDataKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number: international with <c>+</c>, or of at least nine digits in groups.</summary>
    Phone,

    /// <summary>An IBAN whose check digits are right (ISO 13616).</summary>
    Iban,

    /// <summary>A number of a payment card whose check digit is right (ISO/IEC 7812, Luhn).</summary>
    PaymentCard,

    /// <summary>An IPv4 or IPv6 address.</summary>
    IpAddress,

    /// <summary>A key, token or password: with the prefix of a known issuer, a private key block, or a random value assigned to a name that says so.</summary>
    Secret,
}
