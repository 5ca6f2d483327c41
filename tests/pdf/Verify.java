import java.io.FileInputStream;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Arguments: file… ; for each file and each of ua1 and 3a one line "flavour TAB pass|fail TAB broken rules TAB file". */
public class Verify {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments) {
            for (String flavourName : new String[] {"ua1", "3a"}) {
                PDFAFlavour flavour = PDFAFlavour.fromString(flavourName);
                try (FileInputStream stream = new FileInputStream(name);
                        PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    StringBuilder rules = new StringBuilder();
                    for (Map.Entry<RuleId, Integer> entry : result.getFailedChecks().entrySet()) {
                        RuleId rule = entry.getKey();
                        rules.append(rule.getClause()).append('-').append(rule.getTestNumber()).append(' ');
                    }
                    System.out.println(flavourName + "\t" + (result.isCompliant() ? "pass" : "fail") + "\t" + rules + "\t" + name);
                }
            }
        }
    }
}
