using EvalHarness.Evaluators.Abstention;

namespace EvalHarness.Tests.Evaluators.Abstention;

public sealed class AbstentionPhrasesTests
{
    [TestCase("I don't know.")]
    [TestCase("I'm sorry, but I couldn’t find any information about that.")]
    [TestCase("The help centre does not cover this.")]
    [TestCase("The passages do not mention a limit.")]
    [TestCase("There is not enough information in the documents to answer.")]
    [TestCase("We are unable to answer this.")]
    [TestCase("That cannot be determined from the context.")]
    public void These_abstain_in_English(string text) => Assert.That(AbstentionPhrases.Says(text), Is.True);

    [TestCase("If you don't know your password, click Forgot password.")]
    [TestCase("You cannot find the invoice in the app; open the web page.")]
    [TestCase("No information is lost when you sign out.")]
    [TestCase("The plan does not include phone support.")]
    [TestCase("It is not possible.")]
    [TestCase("What if I cannot find the invoice? Open Billing.")]
    public void These_answer_in_English(string text) => Assert.That(AbstentionPhrases.Says(text), Is.False);

    [TestCase("Ich weiß es nicht.")]
    [TestCase("Das weiß ich leider nicht.")]
    [TestCase("Diese Frage kann ich anhand der Dokumente nicht beantworten.")]
    [TestCase("Ich konnte dazu keine Informationen finden.")]
    [TestCase("Dazu liegen mir keine Informationen vor.")]
    [TestCase("Ich habe leider keine Angaben darüber.")]
    [TestCase("Die bereitgestellten Dokumente enthalten dazu keine Informationen.")]
    [TestCase("Die Artikel erwähnen keine Angaben zu einem Limit.")]
    [TestCase("Das geht aus den Dokumenten nicht hervor.")]
    [TestCase("Es gibt nicht genügend Informationen, um die Frage zu beantworten.")]
    [TestCase("Die Frage lässt sich mit den Quellen nicht beantworten.")]
    [TestCase("Ich bin mir nicht sicher.")]
    public void These_abstain_in_German(string text) => Assert.That(AbstentionPhrases.Says(text), Is.True);

    [TestCase("Wenn Sie Ihr Passwort nicht wissen, klicken Sie auf „Passwort vergessen“.")]
    [TestCase("Was tun, wenn ich mein Passwort nicht weiß? Setzen Sie es zurück.")]
    [TestCase("Sie können die Rechnung nicht in der App finden; öffnen Sie die Webseite.")]
    [TestCase("Beim Abmelden gehen keine Informationen verloren.")]
    [TestCase("Der Tarif enthält keinen Telefonsupport.")]
    [TestCase("Das ist nicht möglich.")]
    [TestCase("Gelöschte Dokumente enthalten keine Kommentare mehr.")]
    public void These_answer_in_German(string text) => Assert.That(AbstentionPhrases.Says(text), Is.False);

    [TestCase("Je ne sais pas.")]
    [TestCase("Désolé, je n’ai pas trouvé d’informations à ce sujet.")]
    [TestCase("Je ne peux pas répondre à cette question.")]
    [TestCase("Je ne suis pas en mesure de répondre.")]
    [TestCase("Les documents fournis ne mentionnent pas de limite.")]
    [TestCase("Le centre d'aide ne dit rien à ce sujet.")]
    [TestCase("Aucune information n'est disponible.")]
    [TestCase("Il est impossible de répondre à cette question d'après les passages.")]
    [TestCase("Cela n'est pas précisé dans les documents.")]
    [TestCase("Je ne dispose pas d'informations suffisantes.")]
    public void These_abstain_in_French(string text) => Assert.That(AbstentionPhrases.Says(text), Is.True);

    [TestCase("Si vous ne savez pas votre mot de passe, cliquez sur « Mot de passe oublié ».")]
    [TestCase("Que faire si je ne trouve pas la facture ? Ouvrez la page Facturation.")]
    [TestCase("Vous ne trouvez pas la facture dans l'application : ouvrez le site.")]
    [TestCase("Aucune information n'est perdue à la déconnexion.")]
    [TestCase("Le forfait ne comprend pas l'assistance téléphonique.")]
    [TestCase("Ce n'est pas possible.")]
    [TestCase("Il est impossible de supprimer le dernier propriétaire.")]
    public void These_answer_in_French(string text) => Assert.That(AbstentionPhrases.Says(text), Is.False);

    [TestCase("No lo sé.")]
    [TestCase("Lo siento, no he encontrado información al respecto.")]
    [TestCase("No puedo responder a esta pregunta.")]
    [TestCase("No dispongo de suficiente información.")]
    [TestCase("Los documentos proporcionados no mencionan ningún límite.")]
    [TestCase("No hay suficiente información en los artículos.")]
    [TestCase("Desconozco la respuesta.")]
    [TestCase("Eso no se especifica en los documentos.")]
    [TestCase("No es posible determinar esto a partir de los pasajes.")]
    public void These_abstain_in_Spanish(string text) => Assert.That(AbstentionPhrases.Says(text), Is.True);

    [TestCase("Si no sabe su contraseña, pulse «Olvidé mi contraseña».")]
    [TestCase("¿Y si no puedo encontrar la factura? Abra Facturación.")]
    [TestCase("No puede encontrar la factura en la aplicación; abra la web.")]
    [TestCase("No se pierde información al cerrar la sesión.")]
    [TestCase("El plan no incluye soporte telefónico.")]
    [TestCase("No es posible.")]
    [TestCase("No se puede borrar al último propietario.")]
    public void These_answer_in_Spanish(string text) => Assert.That(AbstentionPhrases.Says(text), Is.False);

    [TestCase("Non lo so.")]
    [TestCase("Mi dispiace, non ho trovato informazioni in merito.")]
    [TestCase("Non posso rispondere a questa domanda.")]
    [TestCase("Non sono in grado di rispondere.")]
    [TestCase("I documenti forniti non menzionano alcun limite.")]
    [TestCase("Non ci sono abbastanza informazioni nei documenti.")]
    [TestCase("Nessuna informazione disponibile.")]
    [TestCase("Questo non è specificato nei documenti.")]
    [TestCase("Non è possibile rispondere in base ai brani.")]
    public void These_abstain_in_Italian(string text) => Assert.That(AbstentionPhrases.Says(text), Is.True);

    [TestCase("Se non sai la password, fai clic su «Password dimenticata».")]
    [TestCase("E se non riesco a trovare la fattura? Apri Fatturazione.")]
    [TestCase("Non puoi trovare la fattura nell'app; apri il sito.")]
    [TestCase("Non si perde alcuna informazione quando esci.")]
    [TestCase("Il piano non include l'assistenza telefonica.")]
    [TestCase("Non è possibile.")]
    [TestCase("Non è possibile eliminare l'ultimo proprietario.")]
    public void These_answer_in_Italian(string text) => Assert.That(AbstentionPhrases.Says(text), Is.False);
}
